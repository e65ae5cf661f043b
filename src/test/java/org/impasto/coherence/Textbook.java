package org.impasto.coherence;

import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.flow.Warp;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** The rule of the literature, to compare with: warp the last picture, blend it over the new one where an eroded mask trusts it. */
final class Textbook {
    private static final int ERODED = 3;

    private Textbook() {
    }

    static Image next(Image last, Image fresh, Motion motion, double blend, boolean sharp) {
        Image prior = sharp ? Warp.sharp(last, motion.backward(), Rows.SERIAL) : bilinear(last, motion.backward());
        Plane trust = eroded(motion.trust());
        int n = fresh.pixels();
        Image out = new Image(fresh.width(), fresh.height());
        for (int j = 0; j < 3 * n; j++) {
            float k = (float) blend * trust.data()[j % n];
            float v = fresh.data()[j] + k * (prior.data()[j] - fresh.data()[j]);
            out.data()[j] = v < 0 ? 0 : v > 1 ? 1 : v;
        }
        return out;
    }

    static Image bilinear(Image last, FlowField backward) {
        return last.map(channel -> Warp.smooth(channel, backward, Rows.SERIAL));
    }

    /** Minimum over 7x7. */
    static Plane eroded(Plane mask) {
        int w = mask.width();
        int h = mask.height();
        Plane out = new Plane(w, h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float least = 1;
                for (int v = Math.max(0, y - ERODED); v <= Math.min(h - 1, y + ERODED); v++) {
                    for (int u = Math.max(0, x - ERODED); u <= Math.min(w - 1, x + ERODED); u++) {
                        least = Math.min(least, mask.at(u, v));
                    }
                }
                out.data()[y * w + x] = least;
            }
        }
        return out;
    }
}
