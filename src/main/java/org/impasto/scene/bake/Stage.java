package org.impasto.scene.bake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A set to be photographed: named groups of things in one light. Each group can be taken alone, as one layer. */
public final class Stage {
    private static final double REACH = 14;
    /** Samples after which a texel that looks even is taken as it is. */
    private static final int FEW = 4;

    private final Map<String, Mesh> groups = new LinkedHashMap<>();
    private final Map<String, Bvh> trees = new LinkedHashMap<>();
    private final Eye eye;
    private final Sky sky;
    private final Clouds clouds;
    private Bvh world;

    /**
     * @param clouds what is in the sky; null for none
     */
    public Stage(Eye eye, Sky sky, Clouds clouds) {
        this.eye = eye;
        this.sky = sky;
        this.clouds = clouds;
    }

    public Eye eye() {
        return eye;
    }

    /** The things of a group, to add to; all must be added before the first picture is taken. */
    public Mesh group(String name) {
        return groups.computeIfAbsent(name, n -> new Mesh());
    }

    /**
     * Takes a picture of one group: four values a texel, linear light times coverage, and coverage.
     *
     * @param frame which part of the picture plane
     * @param samples rays per texel at most; even places get by with fewer
     */
    public float[] take(String name, Frame frame, int samples) {
        Bvh visible = tree(name);
        Bvh all = world();
        ThreadLocal<Tracer> tracers = ThreadLocal.withInitial(() -> new Tracer(all, sky, clouds, REACH));
        return raster(frame, (x, y, rgba) -> {
            Tracer tracer = tracers.get();
            Rng rng = new Rng(((long) y << 32) + x * 2654435761L + name.hashCode());
            Vec sum = Vec.ZERO;
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            int met = 0;
            int n = 0;
            while (n < samples) {
                // Stratified positions under a tent of two texels: the pictures are free of stairs.
                double px = x + 0.5 + tent(((n & 1) + rng.next()) / 2);
                double py = y + 0.5 + tent(((n >> 1 & 1) + rng.next()) / 2);
                Vec light = tracer.see(visible, eye.position(), frame.ray(eye, px, py), rng);
                n++;
                double green = light == null ? 0 : light.y();
                low = Math.min(low, green);
                high = Math.max(high, green);
                if (light != null) {
                    sum = sum.plus(light);
                    met++;
                }
                if (n == FEW && high - low <= 0.06 * high) {
                    break;
                }
            }
            put(rgba, sum.times(1.0 / n), (float) met / n);
        });
    }

    /** Takes a picture of the sky with its clouds, opaque everywhere. */
    public float[] takeSky(Frame frame, int steps) {
        return raster(frame, (x, y, rgba) -> {
            Vec d = frame.ray(eye, x + 0.5, y + 0.5);
            put(rgba, clouds == null ? sky.light(d) : clouds.light(sky, eye.position(), d, steps), 1);
        });
    }

    private static double tent(double u) {
        return u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u);
    }

    private static void put(float[] rgba, Vec light, float coverage) {
        rgba[0] = (float) light.x();
        rgba[1] = (float) light.y();
        rgba[2] = (float) light.z();
        rgba[3] = coverage;
    }

    private synchronized Bvh world() {
        if (world == null) {
            Mesh all = new Mesh();
            groups.values().forEach(all::add);
            world = new Bvh(all);
        }
        return world;
    }

    private synchronized Bvh tree(String name) {
        if (!groups.containsKey(name)) {
            throw new IllegalArgumentException("no group " + name + " in " + groups.keySet());
        }
        return trees.computeIfAbsent(name, n -> new Bvh(groups.get(n)));
    }

    private static float[] raster(Frame frame, Texel texel) {
        int w = frame.columns();
        float[] data = new float[4 * w * frame.rows()];
        IntStream.range(0, frame.rows()).parallel().forEach(y -> {
            float[] rgba = new float[4];
            for (int x = 0; x < w; x++) {
                texel.paint(x, y, rgba);
                System.arraycopy(rgba, 0, data, 4 * (y * w + x), 4);
            }
        });
        return data;
    }

    @FunctionalInterface
    private interface Texel {
        void paint(int x, int y, float[] rgba);
    }

    /**
     * A rectangle of the picture plane, in design pixels, and how finely it is divided.
     *
     * @param density texels per design pixel
     */
    public record Frame(double left, double top, double right, double bottom, double density) {
        public int columns() {
            return Math.max(1, (int) Math.ceil((right - left) * density));
        }

        public int rows() {
            return Math.max(1, (int) Math.ceil((bottom - top) * density));
        }

        Vec ray(Eye eye, double column, double row) {
            return eye.ray(left + column / density, top + row / density);
        }
    }
}
