package org.impasto.scene;

import java.util.List;
import java.util.stream.IntStream;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/** Flow and occlusion of a stack of layers, from its geometry: what is in front at a pixel, and where it goes. */
final class LayerMotion {
    /** From this opacity on a layer is what one sees at a pixel. */
    private static final float OPAQUE = 0.5f;

    private final List<Layer> layers;
    private final int width;
    private final int height;
    private final double scale;

    /**
     * @param layers from back to front
     * @param scale pixels per unit of the layers' paths
     */
    LayerMotion(List<Layer> layers, int width, int height, double scale) {
        this.layers = layers;
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    TrueMotion between(double from, double to) {
        FlowField flow = new FlowField(width, height);
        Plane occlusion = new Plane(width, height);
        Pose[] here = poses(from);
        Pose[] there = poses(to);
        IntStream.range(0, height).parallel().forEach(y -> {
            float[] rgba = new float[4];
            for (int x = 0; x < width; x++) {
                pixel(x, y, here, there, flow, occlusion, rgba);
            }
        });
        return new TrueMotion(flow, occlusion);
    }

    private void pixel(int x, int y, Pose[] here, Pose[] there, FlowField flow, Plane occlusion, float[] rgba) {
        int top = front(x, y, here, rgba);
        Affine move = here[top].toLayer().then(there[top].toScreen());
        double tx = move.x(x, y);
        double ty = move.y(x, y);
        int i = y * width + x;
        flow.u()[i] = (float) (tx - x);
        flow.v()[i] = (float) (ty - y);
        boolean inside = tx >= -0.5 && ty >= -0.5 && tx < width - 0.5 && ty < height - 0.5;
        occlusion.data()[i] = inside && front(tx, ty, there, rgba) == top ? 0 : 1;
    }

    /** The foremost layer that is opaque at a point of the screen; the backmost where none is. */
    private int front(double x, double y, Pose[] poses, float[] rgba) {
        for (int l = layers.size() - 1; l > 0; l--) {
            Pose p = poses[l];
            if (p.opacity() < OPAQUE) {
                continue;
            }
            double lx = p.toLayer().x(x, y);
            double ly = p.toLayer().y(x, y);
            Paint paint = layers.get(l).paint();
            int kind = paint.coverage(lx, ly);
            if (kind == 2) {
                return l;
            }
            if (kind == 1) {
                paint.sample(lx, ly, p.footprint(), rgba);
                if (rgba[3] * p.opacity() >= OPAQUE) {
                    return l;
                }
            }
        }
        return 0;
    }

    private Pose[] poses(double t) {
        return layers.stream().map(l -> Pose.of(l, t, scale)).toArray(Pose[]::new);
    }
}
