package org.impasto.flow;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * One of two frames between which motion is estimated, and what is taken from it once.
 *
 * @param image as it came
 * @param guide the picture along which its flow is smoothed
 * @param look it, smoothed by {@link #SMOOTH}
 * @param luma of it
 * @param smooth the same smoothed by {@link #SMOOTH}: rounding and grain fall by far more than what things look like
 * @param structure of the smoothed luma
 */
record Side(Image image, Image guide, Image look, Plane luma, Plane smooth, StructureTensor structure) {
    /** Radius of a tent in pixels. docs/decisions.md has the figures. */
    static final int SMOOTH = 2;

    static Side of(Image image) {
        Plane luma = Luma.of(image);
        Plane smooth = BoxBlur.tent(luma, SMOOTH, Rows.SERIAL);
        return new Side(image, image, BoxBlur.tent(image, SMOOTH, Rows.SERIAL), luma, smooth, StructureTensor.of(smooth));
    }

    Side along(Image otherGuide) {
        return new Side(image, otherGuide, look, luma, smooth, structure);
    }

    /** The energy of what a flow that stands on this frame's pixels does not explain: of this frame without the other, fetched by the flow. */
    Plane residual(Side other, FlowField flow) {
        Plane fetched = Warp.smooth(other.smooth, flow, Rows.SERIAL);
        Plane left = new Plane(luma.width(), luma.height());
        for (int i = 0; i < left.data().length; i++) {
            left.data()[i] = smooth.data()[i] - fetched.data()[i];
        }
        return StructureTensor.energy(left);
    }

    /** How well patches can be matched, 0 to 1 ({@link StructureTensor#matchable}); where a motion was chosen for what it explains, wholly. */
    float[] matchable(Side other, FlowField flow, float[] chosen) {
        float[] texture = structure.matchable(residual(other, flow));
        for (int i = 0; i < texture.length; i++) {
            texture[i] = Math.max(texture[i], chosen[i]);
        }
        return texture;
    }
}
