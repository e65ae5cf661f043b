package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException;

/** Pictures between files and tensors [1, 3, H, W], RGB 0 to 1. */
final class Pictures {
    private Pictures() {
    }

    /** @param shortSide scaled to this many pixels */
    static Tensor read(Path file, int shortSide) {
        return read(file, shortSide, shortSide);
    }

    /** Scaled where its short side is not between these. */
    static Tensor read(Path file, int least, int most) {
        BufferedImage image = decoded(file);
        int side = Math.min(image.getWidth(), image.getHeight());
        double scale = (double) Math.min(most, Math.max(least, side)) / side;
        // Halving first keeps bilinear scaling from skipping pixels.
        while (scale < 0.5) {
            image = scaled(image, 0.5);
            scale *= 2;
        }
        image = scaled(image, scale);
        int w = image.getWidth();
        int h = image.getHeight();
        float[] data = new float[3 * w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int rgb = image.getRGB(x, y);
                data[y * w + x] = (rgb >> 16 & 255) / 255f;
                data[(h + y) * w + x] = (rgb >> 8 & 255) / 255f;
                data[(2 * h + y) * w + x] = (rgb & 255) / 255f;
            }
        }
        return tensor(data, 1, 3, h, w);
    }

    private static BufferedImage decoded(Path file) {
        BufferedImage image;
        try {
            image = ImageIO.read(file.toFile());
        } catch (IOException | RuntimeException e) {
            // A damaged file may break a decoder anywhere.
            image = null;
        }
        if (image == null) {
            throw new ImpastoException.BadInput(file + " is not a picture that can be read (JPEG in RGB or grey, or PNG)");
        }
        return image;
    }

    static Tensor tensor(float[] data, long... shape) {
        try (FloatPointer p = new FloatPointer(data)) {
            return from_blob(p, shape).clone();
        }
    }

    static float[] floats(Tensor t) {
        Tensor c = t.detach().cpu().contiguous();
        float[] data = new float[(int) c.numel()];
        new FloatPointer(c.data_ptr_float()).get(data);
        return data;
    }

    /** Pictures of one size side by side. */
    static void write(List<Tensor> pictures, Path file) throws IOException {
        int h = (int) pictures.get(0).size(2);
        int w = (int) pictures.get(0).size(3);
        BufferedImage sheet = new BufferedImage(w * pictures.size(), h, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pictures.size(); i++) {
            float[] d = floats(pictures.get(i));
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    int rgb = 0;
                    for (int c = 0; c < 3; c++) {
                        rgb = rgb << 8 | Math.min(255, Math.max(0, Math.round(d[(c * h + y) * w + x] * 255)));
                    }
                    sheet.setRGB(i * w + x, y, rgb);
                }
            }
        }
        // ImageIO says of a path that cannot be opened only that its stream is null.
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(sheet, "png", out);
        }
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage result = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = result.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, w, h, null);
        g.dispose();
        return result;
    }
}
