package org.impasto.direction;

import org.impasto.image.Plane;

/** Changes the size of a plane. */
final class Scale {
    private Scale() {
    }

    /** Bilinear between the centres of the pixels; the edges go on outside. Itself where the size is the same. */
    static Plane bilinear(Plane plane, int width, int height) {
        if (plane.width() == width && plane.height() == height) {
            return plane;
        }
        Plane result = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            float v = place(y, height, plane.height());
            int top = (int) v;
            int bottom = Math.min(top + 1, plane.height() - 1);
            for (int x = 0; x < width; x++) {
                float u = place(x, width, plane.width());
                int left = (int) u;
                int right = Math.min(left + 1, plane.width() - 1);
                float above = mix(plane.at(left, top), plane.at(right, top), u - left);
                float below = mix(plane.at(left, bottom), plane.at(right, bottom), u - left);
                result.data()[y * width + x] = mix(above, below, v - top);
            }
        }
        return result;
    }

    private static float place(int i, int length, int sourceLength) {
        double place = (i + 0.5) * sourceLength / length - 0.5;
        return (float) Math.min(sourceLength - 1, Math.max(0, place));
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
