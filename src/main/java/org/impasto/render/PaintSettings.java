package org.impasto.render;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What decides how frames are painted, as the user asked for it.
 *
 * @param style name of a style of the gallery, or the path of an ONNX file, with its options as {@link org.impasto.style.StyleChoice} reads them
 * @param baseline whether every frame is stylized alone
 * @param strength of the coherence, 0 to 1
 * @param direction file with decisions over time; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaintSettings(String style, boolean baseline, double strength, String direction) {
    /** Whether a frame has something to do with the one before. */
    boolean coherent() {
        return !baseline && strength > 0;
    }
}
