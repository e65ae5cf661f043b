package org.impasto.scene;

import java.util.List;
import java.util.stream.IntStream;
import org.impasto.image.Image;

/** Makes a frame of a stack of layers: light over the time of the exposure, then lens and film. */
final class Camera {
    private final List<Layer> layers;
    private final int width;
    private final int height;
    private final double scale;
    private final Look look;
    private final Film film;

    Camera(List<Layer> layers, int width, int height, double scale, Look look) {
        this.layers = layers;
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.look = look;
        this.film = new Film(look, scale);
    }

    Image expose(int t) {
        Image light = new Image(width, height);
        Pose[][] poses = new Pose[look.instants()][];
        float[] gain = new float[poses.length];
        for (int k = 0; k < poses.length; k++) {
            double instant = t + look.shutter() * ((k + 0.5) / poses.length - 0.5);
            poses[k] = layers.stream().map(l -> Pose.of(l, instant, scale)).toArray(Pose[]::new);
            gain[k] = (float) (look.exposure().at(instant) / poses.length);
        }
        IntStream.range(0, height).parallel().forEach(y -> row(y, poses, gain, light));
        return film.develop(light, t);
    }

    private void row(int y, Pose[][] poses, float[] gain, Image light) {
        float[] rgba = new float[4];
        float[] sum = new float[3];
        float[] data = light.data();
        int n = light.pixels();
        for (int x = 0; x < width; x++) {
            int i = y * width + x;
            for (int k = 0; k < poses.length; k++) {
                see(x, y, poses[k], rgba, sum);
                data[i] += gain[k] * sum[0];
                data[n + i] += gain[k] * sum[1];
                data[2 * n + i] += gain[k] * sum[2];
            }
        }
    }

    /** The light that comes through a point at one instant, gathered from front to back. */
    private void see(int x, int y, Pose[] poses, float[] rgba, float[] sum) {
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        float open = 1;
        for (int l = poses.length - 1; l >= 0 && open > 0.002f; l--) {
            Pose p = poses[l];
            double lx = p.toLayer().x(x, y);
            double ly = p.toLayer().y(x, y);
            Paint paint = layers.get(l).paint();
            if (!p.visible() || paint.coverage(lx, ly) == 0) {
                continue;
            }
            paint.sample(lx, ly, p.footprint(), rgba);
            float share = open * (float) p.opacity();
            sum[0] += share * rgba[0];
            sum[1] += share * rgba[1];
            sum[2] += share * rgba[2];
            open -= share * rgba[3];
        }
    }
}
