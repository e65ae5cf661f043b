package org.impasto.render;

import org.impasto.media.ClipInfo;
import org.impasto.style.StylizerInfo;

/**
 * What a render is about to do.
 *
 * @param clip the input
 * @param style the network, with the device that it really runs on
 * @param encoder the encoder that is used, with its settings in words
 */
public record RenderPlan(ClipInfo clip, StylizerInfo style, String encoder) {
}
