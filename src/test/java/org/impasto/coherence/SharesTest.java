package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final int W = 64;
    private static final int H = 48;
    private static final int GENERATION = 48;
    // Of something dark at the left of the first frame.
    private static final int DARK = 12;

    /** What goes has slid onto something dark in a patch of six by four pixels, too few to be seen in the mean of a region; it is not shown there, and less of it within two pixels of that. */
    @Test
    void whatHasSlidOntoAnotherThingIsNotShown() {
        Image source = light();
        Image then = light();
        for (int i = 0; i < then.data().length; i++) {
            then.data()[i] = i % W < DARK ? 0.1f : 0.6f;
        }
        Origin paint = Origin.everywhere(W, H, GENERATION);
        Origin fading = Origin.everywhere(W, H, 0);
        for (int y = 20; y < 24; y++) {
            for (int x = 30; x < 36; x++) {
                fading.x()[y * W + x] = 4;
            }
        }
        float[] share = Shares.of(paint, fading, Map.of(0, anchor(then), GENERATION, anchor(source)), GENERATION, source, new Generations(W, H, GENERATION, 12), Rows.SERIAL).data();
        for (int y = 20; y < 24; y++) {
            for (int x = 30; x < 36; x++) {
                assertEquals(0, share[y * W + x], "patch " + x + ", " + y);
            }
            assertTrue(share[y * W + 29] > 0 && share[y * W + 29] < share[y * W + 28] && share[y * W + 28] < 1, "beside it " + share[y * W + 29] + ", " + share[y * W + 28]);
        }
        for (int x = DARK + 8; x < W; x++) {
            assertEquals(1, share[40 * W + x], 1e-6, "column " + x);
        }
    }

    private static Anchor anchor(Image source) {
        boolean[] all = new boolean[W * H];
        Arrays.fill(all, true);
        return new Anchor(all, light(), source, new float[ContrastBlend.KEPT.length * W * H], false, Rows.SERIAL);
    }

    private static Image light() {
        Image image = new Image(W, H);
        Arrays.fill(image.data(), 0.6f);
        return image;
    }
}
