package org.impasto.direction;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;

/** Pictures in files: their numbers as they are, 16 bits kept. */
final class Picture {
    private static final long MOST_PIXELS = 1L << 27;

    private Picture() {
    }

    record Size(int width, int height) {
        boolean is(int w, int h) {
            return width == w && height == h;
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** Read from the header alone. */
    static Size size(Path file) {
        return open(file, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    static Image read(Path file) {
        return open(file, reader -> {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new BadInput("the picture " + file + " has " + pixels + " pixels, expected at most " + MOST_PIXELS);
            }
            BufferedImage image = reader.read(0);
            refuseTransparent(image, file);
            return hasPlainNumbers(image) ? samples(image) : converted(image);
        });
    }

    private interface Use<T> {
        T with(ImageReader reader) throws IOException;
    }

    private static <T> T open(Path file, Use<T> use) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("there is no picture " + file);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
            if (readers != null && readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in);
                    return use.with(reader);
                } finally {
                    reader.dispose();
                }
            }
        } catch (BadInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged file may break a decoder anywhere.
            throw new BadInput("the picture " + file + " cannot be read, expected a PNG or JPEG: " + e.getMessage(), e);
        }
        throw new BadInput(file + " is not a picture that can be read, expected a PNG or JPEG");
    }

    private static void refuseTransparent(BufferedImage image, Path file) {
        if (!image.getColorModel().hasAlpha()) {
            return;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 != 255) {
                    throw new BadInput("the picture " + file + " is transparent at column " + x + ", row " + y + ", expected an opaque one");
                }
            }
        }
    }

    /** Whether the raster holds sRGB or grey; Java takes grey for linear light and would brighten it. */
    private static boolean hasPlainNumbers(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int type = image.getRaster().getDataBuffer().getDataType();
        return model instanceof ComponentColorModel && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
                && (model.getColorSpace().isCS_sRGB() || model.getColorSpace().getType() == ColorSpace.TYPE_GRAY);
    }

    private static Image samples(BufferedImage image) {
        Raster raster = image.getRaster();
        int w = image.getWidth();
        int h = image.getHeight();
        boolean grey = image.getColorModel().getNumColorComponents() == 1;
        float most = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE ? 255f : 65535f;
        Image result = new Image(w, h);
        float[] row = new float[w];
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < 3; c++) {
                raster.getSamples(0, y, w, 1, grey ? 0 : c, row);
                for (int x = 0; x < w; x++) {
                    result.data()[(c * h + y) * w + x] = row[x] / most;
                }
            }
        }
        return result;
    }

    private static Image converted(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        Image result = new Image(w, h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int rgb = image.getRGB(x, y);
                for (int c = 0; c < 3; c++) {
                    result.data()[(c * h + y) * w + x] = (rgb >> 16 - 8 * c & 255) / 255f;
                }
            }
        }
        return result;
    }
}
