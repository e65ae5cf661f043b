package org.impasto.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** Pictures, flows, masks and errors in colours that the eye can read, and as files. */
final class Pictures {
    /** Matplotlib's "inferno" at sixteenths: from black to pale yellow, each step lighter, to be told apart whatever one's eyes. */
    private static final int[] INFERNO = {0x000004, 0x0b0724, 0x210c4a, 0x390963, 0x550f6d, 0x6a176e, 0x84206b, 0x9b2964, 0xb63458, 0xcc4248,
        0xdd513a, 0xec6726, 0xf6821b, 0xfb9f07, 0xf8c932, 0xf3e55c, 0xfcffa4};
    private static final int GREY = 0x70757a;

    private Pictures() {
    }

    static BufferedImage of(Image image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        int n = image.pixels();
        int[] rgb = new int[n];
        for (int i = 0; i < n; i++) {
            rgb[i] = level(image.data()[i]) << 16 | level(image.data()[n + i]) << 8 | level(image.data()[2 * n + i]);
        }
        picture.getRaster().setDataElements(0, 0, image.width(), image.height(), rgb);
        return picture;
    }

    /** Black where it is 0, white where it is 1. */
    static BufferedImage mask(Plane mask) {
        BufferedImage picture = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < mask.data().length; i++) {
            picture.setRGB(i % mask.width(), i / mask.width(), 0x010101 * level(mask.data()[i]));
        }
        return picture;
    }

    /**
     * Displacements as a colour wheel: hue is direction (red to the right, turning clockwise through yellow, which is down and right), white
     * does not move.
     *
     * @param most displacement that is shown in full colour, pixels
     */
    static BufferedImage wheel(FlowField flow, double most) {
        BufferedImage picture = new BufferedImage(flow.width(), flow.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < flow.u().length; i++) {
            double u = flow.u()[i];
            double v = flow.v()[i];
            float hue = (float) (Math.atan2(v, u) / (2 * Math.PI));
            float full = (float) Math.min(1, Math.hypot(u, v) / most);
            picture.setRGB(i % flow.width(), i / flow.width(), java.awt.Color.HSBtoRGB(hue, full, 1 - 0.15f * full));
        }
        return picture;
    }

    /**
     * Squared errors as a heat map of their roots; grey where nothing is measured.
     *
     * @param most error that is shown as the lightest colour
     */
    static BufferedImage heat(Plane squares, double most) {
        BufferedImage picture = new BufferedImage(squares.width(), squares.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < squares.data().length; i++) {
            float square = squares.data()[i];
            picture.setRGB(i % squares.width(), i / squares.width(), Float.isNaN(square) ? GREY : heat(Math.sqrt(square) / most));
        }
        return picture;
    }

    static int heat(double share) {
        double at = Math.min(1, share) * (INFERNO.length - 1);
        int below = Math.min((int) at, INFERNO.length - 2);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = INFERNO[below] >> shift & 0xff;
            int b = INFERNO[below + 1] >> shift & 0xff;
            colour |= (int) Math.round(a + (at - below) * (b - a)) << shift;
        }
        return colour;
    }

    /** @param format "png" or "jpg" */
    static void write(BufferedImage picture, String format, OutputStream out) {
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(picture, format, out)) {
                throw new IOException("this Java writes no " + format);
            }
        } catch (IOException e) {
            throw new OutputFailed("a picture cannot be made: " + e.getMessage(), e);
        }
    }

    private static int level(float share) {
        return Math.round(255 * Math.min(1f, Math.max(0f, share)));
    }
}
