package org.impasto.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The figures over time. A click, or an arrow key, takes the player to a frame. */
final class PlotSection {
    private record Plot(String id, String title, String note, List<SvgPlot.Series> series) {
    }

    private final Metrics metrics;
    private final List<Plot> plots = new ArrayList<>();

    PlotSection(Metrics metrics) {
        this.metrics = metrics;
        three("e_warp", "Flicker", "warp error against the frame before; less is calmer");
        three("e_warp_10", "Flicker over ten frames", "warp error against the tenth frame before");
        plots.add(new Plot("sharpness", "Sharpness", "gradient energy as a share of the " + metrics.reference() + "'s; 1 is as crisp", List.of(
                new SvgPlot.Series("fine", metrics.perFrame("sharpness_fine")), new SvgPlot.Series("coherent", metrics.perFrame("sharpness")))));
        plots.add(new Plot("structure", "Structural distance", "from the " + metrics.reference() + ", 1 − SSIM; what counts is a jump, or growth over a shot", List.of(
                new SvgPlot.Series("coherent", metrics.perFrame("structure_distance")))));
        three("drift", "Drift", "of what has stood still since the shot began, in coded values");
        plots.removeIf(p -> p.series().stream().allMatch(s -> java.util.Arrays.stream(s.values()).allMatch(Double::isNaN)));
    }

    private void three(String metric, String title, String note) {
        plots.add(new Plot(metric, title, note, List.of(new SvgPlot.Series("source", metrics.perFrame("source_" + metric)),
                new SvgPlot.Series("reference", metrics.perFrame("reference_" + metric)), new SvgPlot.Series("coherent", metrics.perFrame(metric)))));
    }

    String html() {
        StringBuilder text = new StringBuilder("""
                <section id="plots" aria-labelledby="plots-title">
                <h2 id="plots-title">Over time</h2>
                <p class="quiet">Click, or focus and press the arrow keys, to go to a frame. Thin upright lines are cuts. All scales are linear and begin at 0.</p>
                """);
        for (Plot p : plots) {
            double top = SvgPlot.top(p.series());
            text.append("""
                    <figure class="plot" data-plot="%s">
                    <figcaption><b>%s</b> <span>%s</span><span class="legend">%s</span></figcaption>
                    <div class="axes"><span class="top">%s</span><span class="zero">0</span>
                    <div class="area" tabindex="0" role="slider" aria-label="%s, frame" aria-valuemin="0" aria-valuemax="%d" aria-valuenow="0">%s<i class="now"></i><i class="over"></i></div></div>
                    <output class="values"></output>
                    </figure>
                    """.formatted(p.id(), Html.escape(p.title()), Html.escape(p.note()), legend(p), Html.round(top), Html.escape(p.title()), metrics.frames() - 1,
                    SvgPlot.of(p.title() + " over " + metrics.frames() + " frames", p.series(), metrics.cuts(), top)));
        }
        return text.append("</section>\n").toString();
    }

    private String legend(Plot p) {
        StringBuilder text = new StringBuilder();
        for (SvgPlot.Series s : p.series()) {
            text.append("<span><svg viewBox=\"0 0 34 8\" aria-hidden=\"true\"><path class=\"").append(s.name()).append("\" d=\"M1 4H33\"/></svg>")
                    .append(Html.escape(name(s))).append("</span>");
        }
        return text.toString();
    }

    private String name(SvgPlot.Series s) {
        return s.name().equals("reference") ? metrics.reference() : s.name().equals("fine") ? "finest structure" : s.name();
    }

    /** What the script needs of it. */
    ArrayNode data(ObjectMapper mapper) {
        ArrayNode all = mapper.createArrayNode();
        for (Plot p : plots) {
            ObjectNode node = all.addObject();
            node.put("id", p.id());
            ArrayNode series = node.putArray("series");
            for (SvgPlot.Series s : p.series()) {
                ArrayNode values = series.addObject().put("name", name(s)).putArray("values");
                for (double v : s.values()) {
                    if (Double.isNaN(v)) {
                        values.addNull();
                    } else {
                        values.add(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.4g", v)));
                    }
                }
            }
        }
        return all;
    }
}
