package org.impasto.measure;

/** One of the clips that are measured side by side. */
enum Track {
    STYLIZED(""), SOURCE("SOURCE_"), REFERENCE("REFERENCE_");

    private final String prefix;

    Track(String prefix) {
        this.prefix = prefix;
    }

    /** This track's variant of a metric of the stylized clip. */
    Metric of(Metric metric) {
        return Metric.valueOf(prefix + metric.name());
    }
}
