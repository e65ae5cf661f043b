package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Which of a painting's colours a colour of photographs is to become: an optimal transport from the colours of all photographs to the painting's, found by moving the one cloud towards the other along one turned axis
 * after the other (iterative distribution transfer: Pitié, Kokaram and Dahyot, CVIU 2007). All of the painting's colours are somebody's then, in the painting's shares, and what is told apart in a scene stays so.
 *
 * @param table [1, 3, blue, green, red], RGB of evenly spaced values of those, 0 to 1
 */
record ColourTransport(Tensor table) {
    /** How much more a painting's hues count, as far as they are apart, than its light and dark. With less a scene is toned: a light sky is white, whatever is blue in the painting. */
    private static final double HUE = 1.6;
    /** What hues are multiplied by for that, from 1: a painting in greys has none. */
    private static final double MOST = 4;
    private static final int NODES = 17;
    // Of squares of so many pixels: grain has no part in a palette.
    private static final int SIDE = 4;
    // Strokes are averaged in them.
    private static final int SHOWN = 8;
    private static final int POINTS = 40_000;
    private static final int PHOTOGRAPHS = 100;
    private static final int TURNS = 60;
    private static final int KNOTS = 300;
    // Of the way, at each turn.
    private static final double STEP = 0.2;

    /** @param turn degrees by which the photographs' hues are turned before they choose */
    static ColourTransport between(Photographs photographs, List<Tensor> paintings, double turn) {
        int count = Math.min(PHOTOGRAPHS, photographs.count());
        try (PointerScope scope = new PointerScope()) {
            Tensor[] points = new Tensor[count];
            for (int i = 0; i < count; i++) {
                // One by one: together they may not fit into memory.
                try (PointerScope one = new PointerScope()) {
                    points[i] = points(photographs.get((int) ((long) i * photographs.count() / count)), POINTS / count);
                    scope.attach(points[i]);
                }
            }
            return between(cat(new TensorVector(points), 1), paintings, turn);
        }
    }

    /** @param colours [3, any] */
    static ColourTransport between(Tensor colours, List<Tensor> paintings, double turn) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            Tensor painting = cat(new TensorVector(paintings.stream().map(p -> points(p, POINTS / paintings.size())).toArray(Tensor[]::new)), 1);
            Tensor opponent = opponent(painting);
            manual_seed(1);
            Tensor to = opponent.mm(dithered(painting));
            Tensor from = opponent.mm(turned(dithered(colours), turn));
            Tensor nodes = opponent.mm(turned(nodes().to(colours.device(), ScalarType.Float), turn));
            Random random = new Random(1);
            for (int i = 0; i < TURNS; i++) {
                try (PointerScope one = new PointerScope()) {
                    Tensor axes = axes(random).to(colours.device(), ScalarType.Float);
                    Tensor along = axes.mm(from);
                    Tensor here = knots(along);
                    Tensor there = knots(axes.mm(to));
                    from.add_(moved(along, axes, here, there));
                    nodes.add_(moved(axes.mm(nodes), axes, here, there));
                }
            }
            Tensor rgb = Sequences.unit(linalg_inv(opponent).mm(nodes)).reshape(1, 3, NODES, NODES, NODES);
            Tensor smooth = smooth(smooth(smooth(rgb, 2), 3), 4).contiguous();
            // Outlives the scope.
            smooth.retainReference();
            return new ColourTransport(smooth);
        }
    }

    /** @param pictures [N, 3, H, W], 0 to 1 */
    Tensor of(Tensor pictures) {
        Tensor at = pictures.mul(new Scalar(2.0)).sub(new Scalar(1.0)).permute(0, 2, 3, 1).unsqueeze(0);
        return Sequences.sample(table, at, false).squeeze(0).transpose(0, 1);
    }

    /** Mean square difference, over squares of 8 pixels, of what is shown from the scene in the painting's colours. */
    Tensor distance(Tensor shown, Tensor scene) {
        return avg_pool2d(shown.sub(of(scene)), SHOWN, SHOWN).square().mean();
    }

    static String words() {
        return "hue " + HUE + " to " + MOST + " turns " + TURNS + " of " + STEP + " nodes " + NODES + " knots " + KNOTS + " points " + POINTS + " of " + SIDE + " in " + PHOTOGRAPHS + " shown " + SHOWN;
    }

    private static Tensor points(Tensor picture, int most) {
        Tensor all = avg_pool2d(picture, SIDE, SIDE).reshape(3, -1);
        return all.index_select(1, evenly(all.size(1), Math.min(most, all.size(1)), all));
    }

    /** Turned about grey, from red to green to blue, at the same luma (what SVG and CSS call hue rotation). */
    static Tensor turned(Tensor colours, double degrees) {
        double third = (1 - Math.cos(Math.toRadians(degrees))) / 3;
        double side = Math.sin(Math.toRadians(degrees)) / Math.sqrt(3);
        float same = (float) (1 - 2 * third);
        float before = (float) (third + side);
        float after = (float) (third - side);
        Tensor luma = luma(colours);
        Tensor chroma = Pictures.tensor(new float[] {same, after, before, before, same, after, after, before, same}, 3, 3).to(colours.device(), ScalarType.Float).mm(colours.sub(luma));
        return chroma.sub(luma(chroma)).add(luma);
    }

    private static Tensor luma(Tensor colours) {
        return Tensors.luma(colours.unsqueeze(0)).squeeze(0);
    }

    /** By as much as was rounded away: of many pixels of just one value none would have a rank. */
    private static Tensor dithered(Tensor colours) {
        return colours.add(rand_like(colours).sub(new Scalar(0.5)).div(new Scalar(255.0)));
    }

    /** Some of 0 to n - 1, the first and the last among them. */
    private static Tensor evenly(long n, long count, Tensor like) {
        return linspace(new Scalar(0.0), new Scalar(n - 1.0), count).floor().to(like.device(), ScalarType.Long);
    }

    /** [3, NODES cubed], red changing fastest. */
    private static Tensor nodes() {
        Tensor values = linspace(new Scalar(0.0), new Scalar(1.0), NODES);
        TensorVector bgr = meshgrid(new TensorVector(values, values, values), "ij");
        return cat(new TensorVector(bgr.get(2).reshape(1, -1), bgr.get(1).reshape(1, -1), bgr.get(0).reshape(1, -1)), 0);
    }

    /** What makes luma of colours, and how far red and blue are from it, these multiplied by what makes the painting's count enough. */
    private static Tensor opponent(Tensor painting) {
        float[] luma = Tensors.LUMA;
        Tensor rows = Pictures.tensor(new float[] {luma[0], luma[1], luma[2], 1 - luma[0], -luma[1], -luma[2], -luma[0], -luma[1], 1 - luma[2]}, 3, 3).to(painting.device(), ScalarType.Float);
        float[] variance = Pictures.floats(rows.mm(painting).var(new long[] {1}, true, false));
        float k = (float) Math.max(1, Math.min(MOST, HUE * Math.sqrt(variance[0] / Math.max(1e-9, variance[1] + variance[2]))));
        return rows.mul(Pictures.tensor(new float[] {1, k, k}, 3, 1).to(painting.device(), ScalarType.Float));
    }

    private static Tensor axes(Random random) {
        float[] any = new float[9];
        for (int i = 0; i < any.length; i++) {
            any[i] = (float) random.nextGaussian();
        }
        return linalg_qr(Pictures.tensor(any, 3, 3)).get0();
    }

    /** Of values along each axis, as many quantiles. */
    private static Tensor knots(Tensor along) {
        return along.sort(1, false).get0().index_select(1, evenly(along.size(1), KNOTS, along)).contiguous();
    }

    /** By how much points that are there along the axes are to be moved, so that they have the other quantiles along each. */
    private static Tensor moved(Tensor along, Tensor axes, Tensor here, Tensor there) {
        Tensor right = searchsorted(here, along).clamp_min(new Scalar(1L)).clamp_max(new Scalar(KNOTS - 1L));
        Tensor left = right.sub(new Scalar(1L));
        Tensor x = here.gather(1, left);
        Tensor y = there.gather(1, left);
        // Where several quantiles are one value there is nothing between them.
        Tensor share = Sequences.unit(along.sub(x).div(here.gather(1, right).sub(x).clamp_min(new Scalar(1e-6))));
        return axes.t().mm(Sequences.mix(y, there.gather(1, right), share).sub(along)).mul(new Scalar(STEP));
    }

    /** Weights of 1/4, 1/2, 1/4: between colours that are rare there is little to go by. */
    private static Tensor smooth(Tensor t, int along) {
        long n = t.size(along);
        Tensor wide = cat(new TensorVector(t.narrow(along, 0, 1), t, t.narrow(along, n - 1, 1)), along);
        return wide.narrow(along, 0, n).add(wide.narrow(along, 1, n).mul(new Scalar(2.0))).add(wide.narrow(along, 2, n)).div(new Scalar(4.0));
    }
}
