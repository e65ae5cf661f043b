package org.impasto.style;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Broad strokes for fine ones to lie on, as painters work: from coarse to fine (Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes", SIGGRAPH 1998). A network's strokes have one width in
 * pixels, so they are broad where it paints a small picture of the frame. What is taken from there are strokes alone, the difference between painting with and without the noise that they grow out of;
 * they are laid on the frame, whose own outlines stay as they are, and the network paints that.
 */
final class Underpainting {
    /** The broadest, as a multiple of the network's. */
    static final int BROADEST = 8;
    // Radius of the tent in whose mean strokes change nothing, pixels of their picture: a sky keeps its colour, and other things theirs.
    private static final int LEVEL = 8;
    // Noise of half the size is too fine by half: what makes it as smooth as the network knows it, samples on each side.
    private static final int WIDE = 4;
    private static final double HALVED = NoisePlane.VARIANCE + 0.25;
    private static final Tent TENT = new Tent(WIDE, 2, HALVED);
    /** Gives halved noise its variance again. */
    private static final float UNIT = (float) Math.sqrt(HALVED / NoisePlane.VARIANCE);

    /** Paints a scene without a prior. */
    @FunctionalInterface
    interface Network {
        /** @param noise as the network is to get it */
        Image paint(Image scene, Plane noise);
    }

    private final StyleOptions options;
    private final Network network;

    Underpainting(StyleOptions options, Network network) {
        this.options = options;
        this.network = network;
    }

    /**
     * What the network is to paint of a frame: without its detail, and with broad strokes where the options say so.
     *
     * @param noise of the frame's size, carried; looked at where there are broad strokes only
     */
    Image of(Image frame, Plane noise) {
        return laid(Abstraction.of(frame, options.abstraction()), frame, noise, options.broad());
    }

    private Image laid(Image scene, Image frame, Plane noise, int broad) {
        if (broad == 1) {
            return scene;
        }
        Image strokes = strokes(frame.map(Plane::halved), wide(noise), broad / 2).map(channel -> channel.twice(frame.width(), frame.height()));
        for (int i = 0; i < strokes.data().length; i++) {
            strokes.data()[i] = Math.min(1, Math.max(0, scene.data()[i] + strokes.data()[i]));
        }
        return strokes;
    }

    /** The strokes alone, less their mean around each pixel. */
    private Image strokes(Image frame, Plane noise, int broad) {
        Image scene = Abstraction.of(frame, options.abstraction());
        Image laid = laid(scene, frame, noise, broad);
        Image strokes = network.paint(laid, Strokes.of(noise, laid, options));
        subtract(network.paint(scene, new Plane(frame.width(), frame.height())), strokes);
        subtract(BoxBlur.tent(strokes, LEVEL, Rows.SERIAL), strokes);
        return strokes;
    }

    private static void subtract(Image what, Image from) {
        for (int i = 0; i < from.data().length; i++) {
            from.data()[i] -= what.data()[i];
        }
    }

    /** Noise of half the size, as strong and as smooth as it was. */
    static Plane wide(Plane noise) {
        Plane half = noise.halved();
        Plane across = new Plane(half.width(), half.height());
        Plane wide = new Plane(half.width(), half.height());
        for (int i = 0; i < across.data().length; i++) {
            across.data()[i] = sum(half, i, i % half.width(), half.width(), 1);
        }
        for (int i = 0; i < wide.data().length; i++) {
            wide.data()[i] = UNIT * sum(across, i, i / half.width(), half.height(), half.width());
        }
        return wide;
    }

    /** @param at where on its line of so many pixels the middle is */
    private static float sum(Plane plane, int middle, int at, int length, int step) {
        int back = Math.min(WIDE, at);
        int on = Math.min(WIDE, length - 1 - at);
        float sum = 0;
        for (int k = -back; k <= on; k++) {
            sum += TENT.weight(Math.abs(k)) * plane.data()[middle + k * step];
        }
        return TENT.gain(back, on) * sum;
    }
}
