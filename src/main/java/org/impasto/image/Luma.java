package org.impasto.image;

/** Brightness of pictures: the BT.709 weighting of R, G and B as they are coded (no linearisation). */
public final class Luma {
    private Luma() {
    }

    /** One value per pixel, 0 to 1. */
    public static Plane of(Image image) {
        Plane luma = new Plane(image.width(), image.height());
        int n = image.pixels();
        float[] d = image.data();
        for (int i = 0; i < n; i++) {
            luma.data()[i] = of(d[i], d[n + i], d[2 * n + i]);
        }
        return luma;
    }

    /** Of one pixel. */
    public static float of(float r, float g, float b) {
        return 0.2126f * r + 0.7152f * g + 0.0722f * b;
    }
}
