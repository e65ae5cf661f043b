package org.impasto.scene;

/**
 * A raster picture that is read between its pixels by a cubic B-spline, and through a pyramid of halved copies where it
 * is shown smaller: no aliasing, and the same sharpness wherever between the pixels it is read.
 */
final class Texture implements Paint {
    private static final int TILE = 8;
    /** Texels that the spline reaches, also on the first halved level. */
    private static final int MARGIN = 6;

    private final Texture half;
    private final int width;
    private final int height;
    /** Four values a texel: linear red, green, blue times opacity, and opacity. */
    private final float[] rgba;
    private final double left;
    private final double top;
    private final double density;
    private final byte[] tiles;
    private final int tilesAcross;

    /**
     * @param rgba four values a texel, row-major; kept, not copied
     * @param left layer coordinate of the left edge of the first texel
     * @param top likewise
     * @param density texels per layer unit
     */
    Texture(int width, int height, float[] rgba, double left, double top, double density) {
        if (rgba.length != 4 * width * height) {
            throw new IllegalArgumentException(width + "x" + height + " texels cannot be " + rgba.length + " values");
        }
        this.width = width;
        this.height = height;
        this.rgba = rgba;
        this.left = left;
        this.top = top;
        this.density = density;
        tilesAcross = (width + TILE - 1) / TILE;
        tiles = classify();
        half = width >= 16 && height >= 16 ? halved() : null;
    }

    @Override
    public int coverage(double x, double y) {
        double tx = (x - left) * density;
        double ty = (y - top) * density;
        if (tx < 0 || ty < 0 || tx >= width || ty >= height) {
            return tx < -2 || ty < -2 || tx >= width + 2 || ty >= height + 2 ? 0 : 1;
        }
        return tiles[(int) ty / TILE * tilesAcross + (int) tx / TILE];
    }

    @Override
    public void sample(double x, double y, double footprint, float[] out) {
        // A B-spline at 1.4 texels a pixel passes about half of the contrast at the pixel grid's limit: as a lens does.
        double ratio = footprint * density / 1.5;
        if (ratio <= 1.01 || half == null) {
            spline(x, y, out);
            return;
        }
        // From level to level the share is linear in the ratio: smooth in time as the camera zooms.
        double level = ratio - 1;
        half.sample(x, y, footprint, out);
        if (level < 1) {
            float r = out[0];
            float g = out[1];
            float b = out[2];
            float a = out[3];
            spline(x, y, out);
            float share = (float) level;
            out[0] += (r - out[0]) * share;
            out[1] += (g - out[1]) * share;
            out[2] += (b - out[2]) * share;
            out[3] += (a - out[3]) * share;
        }
    }

    private void spline(double x, double y, float[] out) {
        double tx = (x - left) * density - 0.5;
        double ty = (y - top) * density - 0.5;
        int ix = (int) Math.floor(tx);
        int iy = (int) Math.floor(ty);
        float fx = (float) (tx - ix);
        float fy = (float) (ty - iy);
        float wx0 = (1 - fx) * (1 - fx) * (1 - fx) / 6;
        float wx1 = (4 - 6 * fx * fx + 3 * fx * fx * fx) / 6;
        float wx3 = fx * fx * fx / 6;
        float wx2 = 1 - wx0 - wx1 - wx3;
        float r = 0;
        float g = 0;
        float b = 0;
        float a = 0;
        boolean inside = ix >= 1 && iy >= 1 && ix < width - 2 && iy < height - 2;
        for (int j = -1; j <= 2; j++) {
            float wy = weight(fy, j);
            int row = iy + j;
            if (inside) {
                int i = 4 * (row * width + ix - 1);
                r += wy * (wx0 * rgba[i] + wx1 * rgba[i + 4] + wx2 * rgba[i + 8] + wx3 * rgba[i + 12]);
                g += wy * (wx0 * rgba[i + 1] + wx1 * rgba[i + 5] + wx2 * rgba[i + 9] + wx3 * rgba[i + 13]);
                b += wy * (wx0 * rgba[i + 2] + wx1 * rgba[i + 6] + wx2 * rgba[i + 10] + wx3 * rgba[i + 14]);
                a += wy * (wx0 * rgba[i + 3] + wx1 * rgba[i + 7] + wx2 * rgba[i + 11] + wx3 * rgba[i + 15]);
                continue;
            }
            for (int k = -1; k <= 2 && row >= 0 && row < height; k++) {
                int column = ix + k;
                if (column >= 0 && column < width) {
                    int i = 4 * (row * width + column);
                    float w = wy * weight(fx, k);
                    r += w * rgba[i];
                    g += w * rgba[i + 1];
                    b += w * rgba[i + 2];
                    a += w * rgba[i + 3];
                }
            }
        }
        out[0] = r;
        out[1] = g;
        out[2] = b;
        out[3] = a;
    }

    private static float weight(float f, int k) {
        return switch (k) {
            case -1 -> (1 - f) * (1 - f) * (1 - f) / 6;
            case 0 -> (4 - 6 * f * f + 3 * f * f * f) / 6;
            case 1 -> (1 + 3 * f + 3 * f * f - 3 * f * f * f) / 6;
            default -> f * f * f / 6;
        };
    }

    private byte[] classify() {
        byte[] kinds = new byte[tilesAcross * ((height + TILE - 1) / TILE)];
        for (int y = 0; y < height; y += TILE) {
            for (int x = 0; x < width; x += TILE) {
                kinds[y / TILE * tilesAcross + x / TILE] = kind(x, y);
            }
        }
        return kinds;
    }

    /** Looks at a tile and the texels around it that the spline reaches from inside it. */
    private byte kind(int x0, int y0) {
        boolean empty = true;
        boolean full = true;
        for (int y = y0 - MARGIN; y < y0 + TILE + MARGIN; y++) {
            for (int x = x0 - MARGIN; x < x0 + TILE + MARGIN; x++) {
                float a = x < 0 || y < 0 || x >= width || y >= height ? 0 : rgba[4 * (y * width + x) + 3];
                empty &= a == 0;
                full &= a >= 0.999f;
            }
        }
        return (byte) (empty ? 0 : full ? 2 : 1);
    }

    private Texture halved() {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        float[] across = new float[4 * w * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < w; x++) {
                for (int c = 0; c < 4; c++) {
                    across[4 * (y * w + x) + c] = 0.125f * (at(2 * x - 1, y, c) + at(2 * x + 2, y, c))
                            + 0.375f * (at(2 * x, y, c) + at(2 * x + 1, y, c));
                }
            }
        }
        float[] small = new float[4 * w * h];
        for (int y = 0; y < h; y++) {
            for (int i = 0; i < 4 * w; i++) {
                small[4 * w * y + i] = 0.125f * (row(across, w, 2 * y - 1, i) + row(across, w, 2 * y + 2, i))
                        + 0.375f * (row(across, w, 2 * y, i) + row(across, w, 2 * y + 1, i));
            }
        }
        return new Texture(w, h, small, left, top, density / 2);
    }

    private float at(int x, int y, int c) {
        return rgba[4 * (y * width + Math.max(0, Math.min(width - 1, x))) + c];
    }

    private float row(float[] data, int w, int y, int i) {
        return data[4 * w * Math.max(0, Math.min(height - 1, y)) + i];
    }
}
