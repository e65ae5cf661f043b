package org.impasto.scene;

import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** How far a scene's flow is from explaining its frames. Written apart from the engine's warp, to check it too. */
final class Errors {
    private Errors() {
    }

    static double max(float[] a, float[] b) {
        double max = 0;
        for (int i = 0; i < a.length; i++) {
            max = Math.max(max, Math.abs(a[i] - b[i]));
        }
        return max;
    }

    /** Share of pixels that are occluded. */
    static double share(Plane occlusion) {
        double sum = 0;
        for (float v : occlusion.data()) {
            sum += v;
        }
        return sum / occlusion.data().length;
    }

    /** Root mean square of frame minus warped frame before, where nothing within two pixels is occluded. */
    static double warp(SceneFrame before, SceneFrame frame) {
        return along(frame.backward().flow(), before, frame);
    }

    /** The same without moving anything. */
    static double unwarped(SceneFrame before, SceneFrame frame) {
        FlowField b = frame.backward().flow();
        return along(new FlowField(b.width(), b.height()), before, frame);
    }

    private static double along(FlowField b, SceneFrame before, SceneFrame frame) {
        int w = b.width();
        int h = b.height();
        double sum = 0;
        int n = 0;
        for (int y = 3; y < h - 3; y++) {
            for (int x = 3; x < w - 3; x++) {
                float tx = x + b.u()[y * w + x];
                float ty = y + b.v()[y * w + x];
                if (!clear(frame, x, y) || tx < 2 || ty < 2 || tx > w - 4 || ty > h - 4) {
                    continue;
                }
                for (int c = 0; c < 3; c++) {
                    double e = cubic(before.image(), c, tx, ty) - frame.image().at(c, x, y);
                    sum += e * e;
                }
                n += 3;
            }
        }
        return Math.sqrt(sum / n);
    }

    /** Largest length of b + f(x + b) where nothing within two pixels is occluded or of another layer. */
    static double roundTrip(SceneFrame frame) {
        FlowField b = frame.backward().flow();
        FlowField f = frame.forward().flow();
        int w = b.width();
        int h = b.height();
        double max = 0;
        for (int y = 3; y < h - 3; y++) {
            for (int x = 3; x < w - 3; x++) {
                double tx = x + b.u()[y * w + x];
                double ty = y + b.v()[y * w + x];
                if (!clear(frame, x, y) || tx < 1 || ty < 1 || tx > w - 3 || ty > h - 3) {
                    continue;
                }
                double du = b.u()[y * w + x] + linear(f.u(), w, tx, ty);
                double dv = b.v()[y * w + x] + linear(f.v(), w, tx, ty);
                max = Math.max(max, Math.sqrt(du * du + dv * dv));
            }
        }
        return max;
    }

    private static boolean clear(SceneFrame frame, int x, int y) {
        FlowField b = frame.backward().flow();
        for (int j = -3; j <= 3; j++) {
            for (int i = -3; i <= 3; i++) {
                int k = (y + j) * b.width() + x + i;
                int here = y * b.width() + x;
                if (frame.backward().occlusion().at(x + i, y + j) > 0
                        || Math.abs(b.u()[k] - b.u()[here]) + Math.abs(b.v()[k] - b.v()[here]) > 0.12) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double linear(float[] v, int w, double x, double y) {
        int ix = (int) x;
        int iy = (int) y;
        double fx = x - ix;
        double fy = y - iy;
        int i = iy * w + ix;
        return (v[i] * (1 - fx) + v[i + 1] * fx) * (1 - fy) + (v[i + w] * (1 - fx) + v[i + w + 1] * fx) * fy;
    }

    private static double cubic(Image im, int c, float x, float y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double sum = 0;
        for (int j = -1; j <= 2; j++) {
            for (int i = -1; i <= 2; i++) {
                sum += keys(x - ix - i) * keys(y - iy - j) * im.at(c, ix + i, iy + j);
            }
        }
        return sum;
    }

    private static double keys(double d) {
        double t = Math.abs(d);
        return t <= 1 ? (1.5 * t - 2.5) * t * t + 1 : t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
    }
}
