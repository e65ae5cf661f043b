package org.impasto.sheet;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.impasto.flow.Lettering;
import org.impasto.image.Image;

/** Pictures of one shape in rows, each scaled to one width, with a line of text below. */
public final class ContactSheet {
    private static final int GAP = 8;

    private final int cell;
    private final List<BufferedImage> pictures = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    /** @param cell width of each picture on the sheet, pixels; smaller pictures keep their size */
    public ContactSheet(int cell) {
        this.cell = cell;
    }

    /** Puts the next picture on the sheet. */
    public void add(String label, Image picture) {
        pictures.add(scaled(buffered(picture), Math.min(1, (double) cell / picture.width())));
        labels.add(label);
    }

    /** The sheet as a PNG file: about as many columns as rows. */
    public byte[] png() {
        int columns = (int) Math.ceil(Math.sqrt(pictures.size()));
        int rows = (pictures.size() + columns - 1) / columns;
        int w = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int h = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow() + Lettering.HEIGHT;
        BufferedImage sheet = new BufferedImage(columns * (w + GAP) + GAP, rows * (h + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            int x = GAP + i % columns * (w + GAP);
            int y = GAP + i / columns * (h + GAP);
            g.drawImage(pictures.get(i), x, y, null);
            label(sheet, labels.get(i), x, y + pictures.get(i).getHeight(), w);
        }
        g.dispose();
        return png(sheet);
    }

    private static void label(BufferedImage sheet, String text, int x, int y, int width) {
        int[] grey = Lettering.line(text, width);
        for (int i = 0; i < grey.length; i++) {
            sheet.setRGB(x + i % width, y + i / width, grey[i] * 0x10101);
        }
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage buffered(Image picture) {
        BufferedImage b = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    rgb = rgb << 8 | Math.round(Math.min(1, Math.max(0, picture.at(c, x, y))) * 255);
                }
                b.setRGB(x, y, rgb);
            }
        }
        return b;
    }

    /** By halves first: bilinear scaling skips pixels beyond that. */
    static BufferedImage scaled(BufferedImage image, double scale) {
        double step = Math.max(0.5, scale);
        int w = Math.max(1, (int) Math.round(image.getWidth() * step));
        int h = Math.max(1, (int) Math.round(image.getHeight() * step));
        BufferedImage result = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = result.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, w, h, null);
        g.dispose();
        return scale < 0.5 ? scaled(result, scale / step) : result;
    }
}
