package org.impasto.style;

import java.nio.file.Path;

/**
 * A style of the gallery, as far as it can be told without loading the network.
 *
 * @param name short name: the file's name without {@code .onnx}, or what the JSON beside it says
 * @param title what people call it; the name where nothing is known
 * @param painter who painted the picture it was learned from; empty if not known
 * @param year of the painting; empty if not known
 * @param licence of the network and the picture; empty if not known
 * @param path the model file
 * @param options how it paints, besides what its network does
 * @param kind whether it takes a prior and a mask ("image", "video"), as noted beside the file; empty if not noted
 */
public record Style(String name, String title, String painter, String year, String licence, Path path, StyleOptions options, String kind) {
    Style with(StyleChoice choice) {
        return new Style(name, title, painter, year, licence, path, options.with(choice.options()), kind);
    }
}
