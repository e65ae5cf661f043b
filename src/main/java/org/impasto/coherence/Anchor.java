package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import org.impasto.flow.Spline;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * What one frame painted, kept for the frames after it: a pixel is always fetched from the frame that painted it, so that it
 * is resampled once, however long it is carried.
 *
 * <p>Only squares in which new paint appeared are kept, as coefficients of a cubic B-spline ({@link Spline}) in 16 bits: steps of
 * a 28th of an 8-bit step.
 */
final class Anchor {
    private static final int SQUARE = 16;
    // A position's four coefficients begin one before it and end two after it.
    private static final int SIDE = SQUARE + 3;
    // Of a compacted state, steps of two sevenths of an 8-bit step.
    private static final int COARSE = 3;
    // Carried positions wander a little out of the pixels that were painted.
    private static final int MARGIN = 3;
    // A checkerboard of black and white has coefficients of -4 and 5.
    private static final float LOWEST = -4;
    private static final float STEP = 9f / 65535f;

    private final int width;
    private final int height;
    private final int columns;
    private final short[][] paint;
    private final SmoothPlanes seen;
    private final SmoothPlanes contrast;
    private final boolean lasting;
    // Of lasting paint: the pixels of the picture whose paint was let go of.
    private final BitSet gone;

    /**
     * @param fresh for each pixel whether this frame painted it
     * @param painted the picture as it was put out
     * @param look what the source looked like where it was painted
     * @param fine contrast of the picture's fine structure, {@link ContrastBlend#fine}
     * @param lasting whether age alone does not renew this paint
     */
    Anchor(boolean[] fresh, Image painted, Image look, float[] fine, boolean lasting, Rows rows) {
        this.lasting = lasting;
        gone = new BitSet();
        width = painted.width();
        height = painted.height();
        columns = (width + SQUARE - 1) / SQUARE;
        int lines = (height + SQUARE - 1) / SQUARE;
        boolean[] wanted = wanted(fresh, lines);
        paint = new short[wanted.length][];
        seen = new SmoothPlanes(look.data(), 3, width, height);
        contrast = new SmoothPlanes(fine, ContrastBlend.KEPT.length, width, height);
        int n = width * height;
        float[] c = new float[3 * n];
        for (int channel = 0; channel < 3; channel++) {
            Spline.prefilter(painted.data(), c, channel * n, width, height, rows);
        }
        rows.each(height, (from, to) -> {
            for (int t = 0; t < wanted.length; t++) {
                int y = t / columns * SQUARE;
                if (wanted[t] && y >= from && y < to) {
                    paint[t] = cut(c, t % columns * SQUARE, y);
                }
            }
        });
    }

    private Anchor(int width, int height, short[][] paint, SmoothPlanes seen, SmoothPlanes contrast, boolean lasting, BitSet gone) {
        this.width = width;
        this.height = height;
        this.columns = (width + SQUARE - 1) / SQUARE;
        this.paint = paint;
        this.seen = seen;
        this.contrast = contrast;
        this.lasting = lasting;
        this.gone = gone;
    }

    /** Marks what a position, or one that it may come to wander to, is fetched from, and what is continued from there: a bit for each pixel. */
    void mark(float x, float y, BitSet pixels) {
        int reach = MARGIN + Fetch.REACH;
        int left = Math.max(0, (int) x - 1 - reach);
        int right = Math.min(width - 1, (int) x + 2 + reach);
        int bottom = Math.min(height - 1, (int) y + 2 + reach);
        for (int row = Math.max(0, (int) y - 1 - reach); row <= bottom; row++) {
            pixels.set(row * width + left, row * width + right + 1);
        }
    }

    /** The same with what is marked only; the rest of a square that is kept repeats what is beside it, which takes no room when compressed. */
    Anchor only(BitSet pixels) {
        short[][] kept = new short[paint.length][];
        for (int t = 0; t < kept.length; t++) {
            kept[t] = paint[t] == null ? null : only(paint[t], t % columns * SQUARE, t / columns * SQUARE, pixels);
        }
        return new Anchor(width, height, kept, seen.only(pixels, width), contrast.only(pixels, width), lasting, gone);
    }

    private short[] only(short[] square, int left, int top, BitSet pixels) {
        short[] kept = null;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int y = Spline.reflect(top - 1 + i / SIDE, height);
            if (pixels.get(y * width + Spline.reflect(left - 1 + i % SIDE, width))) {
                kept = kept == null ? new short[square.length] : kept;
                for (int c = 3 * i; c < 3 * i + 3; c++) {
                    kept[c] = Numbers.coarser(square[c], COARSE);
                }
            } else if (kept != null) {
                System.arraycopy(kept, 3 * i - 3, kept, 3 * i, 3);
            }
        }
        return kept;
    }

    boolean lasting() {
        return lasting;
    }

    /** The pixel that a position is nearest to. */
    int place(float x, float y) {
        return Math.round(y) * width + Math.round(x);
    }

    /** Whether the paint at a position was let go of ({@link LetGo}). */
    boolean isGone(float x, float y) {
        return !gone.isEmpty() && gone.get(place(x, y));
    }

    /** The same, paint of these pixels let go of, too. */
    Anchor without(BitSet places) {
        BitSet all = (BitSet) gone.clone();
        all.or(places);
        return new Anchor(width, height, paint, seen, contrast, lasting, all);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(lasting);
        byte[] places = gone.toByteArray();
        out.writeInt(places.length);
        out.write(places);
        for (short[] square : paint) {
            out.writeBoolean(square != null);
        }
        for (short[] square : paint) {
            if (square != null) {
                Numbers.writeShorts(out, square, 3);
            }
        }
        seen.write(out);
        contrast.write(out);
    }

    static Anchor read(DataInputStream in, int width, int height) throws IOException {
        boolean lasting = in.readBoolean();
        int length = in.readInt();
        if (length < 0 || length > width * height / Byte.SIZE + 1) {
            throw new IOException("a state of " + length + " bytes of places in a picture of " + width + "x" + height);
        }
        byte[] places = in.readNBytes(length);
        short[][] paint = new short[(width + SQUARE - 1) / SQUARE * ((height + SQUARE - 1) / SQUARE)][];
        for (int i = 0; i < paint.length; i++) {
            paint[i] = in.readBoolean() ? new short[3 * SIDE * SIDE] : null;
        }
        for (short[] square : paint) {
            if (square != null) {
                Numbers.readShorts(in, square, 3);
            }
        }
        return new Anchor(width, height, paint, SmoothPlanes.read(in, 3, width, height), SmoothPlanes.read(in, ContrastBlend.KEPT.length, width, height),
                lasting, BitSet.valueOf(places));
    }

    private boolean[] wanted(boolean[] fresh, int lines) {
        boolean[] wanted = new boolean[columns * lines];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (fresh[y * width + x]) {
                    int top = Math.max(0, y - MARGIN) / SQUARE;
                    int bottom = Math.min(height - 1, y + MARGIN) / SQUARE;
                    int left = Math.max(0, x - MARGIN) / SQUARE;
                    int right = Math.min(width - 1, x + MARGIN) / SQUARE;
                    wanted[top * columns + left] = true;
                    wanted[top * columns + right] = true;
                    wanted[bottom * columns + left] = true;
                    wanted[bottom * columns + right] = true;
                }
            }
        }
        return wanted;
    }

    private short[] cut(float[] planes, int left, int top) {
        short[] square = new short[3 * SIDE * SIDE];
        int n = width * height;
        int k = 0;
        for (int y = top - 1; y < top - 1 + SIDE; y++) {
            int row = Spline.reflect(y, height) * width;
            for (int x = left - 1; x < left - 1 + SIDE; x++) {
                int i = row + Spline.reflect(x, width);
                for (int c = 0; c < 3; c++) {
                    float v = (planes[c * n + i] - LOWEST) / STEP + 0.5f;
                    square[k++] = (short) (v <= 0 ? 0 : v >= 65535 ? 65535 : (int) v);
                }
            }
        }
        return square;
    }

    /**
     * Fetches the paint at a position.
     *
     * @param x 0 to width - 1
     * @param out takes R, G, B of the paint (0 to 1) at {@code at}, one {@code plane} apart
     * @param wx space for four weights; {@code wy} likewise
     * @return false where nothing was kept there
     */
    boolean paint(float x, float y, float[] out, int at, int plane, float[] wx, float[] wy) {
        int x1 = (int) x;
        int y1 = (int) y;
        short[] square = paint[y1 / SQUARE * columns + x1 / SQUARE];
        if (square == null) {
            return false;
        }
        Spline.weights(x - x1, wx);
        Spline.weights(y - y1, wy);
        int k = (y1 % SQUARE * SIDE + x1 % SQUARE) * 3;
        float r = 0;
        float g = 0;
        float b = 0;
        for (int j = 0; j < 4; j++, k += 3 * SIDE) {
            r += wy[j] * (wx[0] * (square[k] & 0xffff) + wx[1] * (square[k + 3] & 0xffff)
                    + wx[2] * (square[k + 6] & 0xffff) + wx[3] * (square[k + 9] & 0xffff));
            g += wy[j] * (wx[0] * (square[k + 1] & 0xffff) + wx[1] * (square[k + 4] & 0xffff)
                    + wx[2] * (square[k + 7] & 0xffff) + wx[3] * (square[k + 10] & 0xffff));
            b += wy[j] * (wx[0] * (square[k + 2] & 0xffff) + wx[1] * (square[k + 5] & 0xffff)
                    + wx[2] * (square[k + 8] & 0xffff) + wx[3] * (square[k + 11] & 0xffff));
        }
        // The four weights add up to one, so the offset comes out whole.
        out[at] = unit(r * STEP + LOWEST);
        out[at + plane] = unit(g * STEP + LOWEST);
        out[at + 2 * plane] = unit(b * STEP + LOWEST);
        return true;
    }

    /** Fetches what the source looked like: R, G, B. */
    void seen(float x, float y, float[] out) {
        seen.fetch(x, y, out);
    }

    /** Fetches the contrast that the paint had when it was painted, of one of the bands that {@link ContrastBlend#fine} has. */
    float contrast(int band, float x, float y) {
        return contrast.value(band, x, y);
    }

    private static float unit(float v) {
        return v < 0 ? 0 : v > 1 ? 1 : v;
    }
}
