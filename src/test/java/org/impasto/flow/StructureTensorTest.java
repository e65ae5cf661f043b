package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class StructureTensorTest {
    private static final int W = 40;
    private static final int H = 30;

    /** Flat ground with grain, smoothed as a {@link Side} is; from column 20 on brighter by {@code step}. */
    private static StructureTensor picture(float step) {
        Random random = new Random(3);
        Plane p = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            p.data()[i] = 0.4f + (i % W >= 20 ? step : 0) + 0.02f * (float) random.nextGaussian();
        }
        return smooth(p);
    }

    private static StructureTensor smooth(Plane p) {
        return StructureTensor.of(BoxBlur.tent(p, Side.SMOOTH, Rows.SERIAL));
    }

    private static int at(int x, int y) {
        return y * W + x;
    }

    @Test
    void grainIsFlatAndAnOutlineIsNot() {
        StructureTensor s = picture(0.2f);
        assertEquals(1, s.flatness(at(8, 15)));
        assertEquals(0, s.flatness(at(20, 15)));
        assertEquals(0, s.flatness(at(18, 15)), "two pixels beside it");
    }

    @Test
    void straightEdgesCannotBeMatchedAlongThemselves() {
        Plane edge = new Plane(W, H);
        Plane corner = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            edge.data()[i] = i % W >= 20 ? 1 : 0;
            corner.data()[i] = i % W >= 20 && i / W >= 15 ? 1 : 0;
        }
        Plane none = new Plane(W, H);
        assertEquals(0, smooth(edge).matchable(none)[at(20, 15)], 1e-6);
        assertTrue(smooth(corner).matchable(none)[at(20, 15)] > 0.99);
    }

    @Test
    void whatTheMotionDoesNotExplainIsNoTexture() {
        Plane noise = new Plane(W, H);
        Random random = new Random(5);
        for (int i = 0; i < W * H; i++) {
            noise.data()[i] = (float) random.nextGaussian();
        }
        Plane soft = BoxBlur.tent(noise, Side.SMOOTH, Rows.SERIAL);
        StructureTensor structure = StructureTensor.of(soft);
        Plane all = StructureTensor.energy(soft);
        Plane little = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            assertEquals(structure.energy(i), all.data()[i], 1e-6);
            little.data()[i] = all.data()[i] / 1000;
        }
        assertEquals(0, structure.matchable(all)[at(20, 15)], "nothing explained");
        assertTrue(structure.matchable(little)[at(20, 15)] > 0.9, "nearly all explained");
    }

    @Test
    void flatGroundHasNoEnergyAndNoShareOfIt() {
        StructureTensor flat = StructureTensor.of(new Plane(W, H));
        assertEquals(0, flat.energy(at(20, 15)));
        assertEquals(0, flat.beyond(at(20, 15), 0));
        assertEquals(0, flat.matchable(new Plane(W, H))[at(20, 15)]);
    }

    /** A slope of a tenth of a pixel per pixel is noise on a wall, and two things that part at an outline. */
    @Test
    void aGentleSlopeIsABoundaryOnlyWhereThePictureHasAnEdge() {
        FlowField still = new FlowField(W, H);
        FlowField slope = new FlowField(W, H);
        for (int i = 0; i < W * H; i++) {
            slope.u()[i] = 0.1f * Math.min(4, Math.max(0, i % W - 18));
        }
        Plane wall = TrustMask.of(slope, still, TrustMask.Border.FULL, Rows.SERIAL, MotionEstimator.steep(picture(0)));
        Plane outline = TrustMask.of(slope, still, TrustMask.Border.FULL, Rows.SERIAL, MotionEstimator.steep(picture(0.2f)));
        Plane published = TrustMask.of(slope, still, TrustMask.Border.FULL, Rows.SERIAL);
        assertEquals(1, wall.at(20, 15), 1e-6);
        assertTrue(outline.at(20, 15) < 0.1, "outline");
        assertTrue(published.at(20, 15) < 0.1, "as published");
    }

    @Test
    void aSteepSlopeIsABoundaryOnFlatGroundToo() {
        FlowField slope = new FlowField(W, H);
        for (int i = 0; i < W * H; i++) {
            slope.u()[i] = 0.2f * Math.min(3, Math.max(0, i % W - 18));
        }
        Plane mask = TrustMask.of(slope, new FlowField(W, H), TrustMask.Border.FULL, Rows.SERIAL, MotionEstimator.steep(picture(0)));
        assertTrue(mask.at(20, 15) < 0.3);
        float[] far = Arrays.copyOfRange(mask.data(), 15 * W, 15 * W + 10);
        for (float trust : far) {
            assertEquals(1, trust, 1e-6);
        }
    }
}
