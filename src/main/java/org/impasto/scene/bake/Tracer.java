package org.impasto.scene.bake;

/** Light along a ray: sun with soft shadows, sky with one bounce, highlights, mirrors and haze. For one thread. */
final class Tracer {
    private static final double FAR = 1e6;
    /** Nothing is brighter than this: rare bright paths would be specks. */
    private static final double BRIGHTEST = 5;

    private final Bvh world;
    private final Sky sky;
    private final Clouds clouds;
    /** Metres within which things keep the sky's light from each other. */
    private final double reach;
    private final Hit hit = new Hit();
    private final Hit shadow = new Hit();
    private final Surface[] surfaces = {new Surface(), new Surface(), new Surface()};
    /** Where the last primary ray ended. */
    private double distance;

    Tracer(Bvh world, Sky sky, Clouds clouds, double reach) {
        this.reach = reach;
        this.world = world;
        this.sky = sky;
        this.clouds = clouds;
    }

    /**
     * Light that arrives along a primary ray.
     *
     * @param visible what such rays can see; shadows and bounces come from the whole world
     * @return null where nothing visible is met
     */
    Vec see(Bvh visible, Vec o, Vec d, Rng rng) {
        if (!visible.trace(o, d, FAR, false, hit)) {
            return null;
        }
        distance = hit.distance;
        double seen = distance;
        Vec light = shade(visible.mesh, o, d, seen, rng, 0);
        return sky.through(light, d, seen);
    }

    /** Light along a ray that has been scattered or mirrored. */
    private Vec follow(Vec o, Vec d, Rng rng, int bounce) {
        if (!world.trace(o, d, FAR, false, hit)) {
            return bounce == 1 && clouds != null && d.y() > 0 ? clouds.light(sky, o, d, 10) : sky.light(d);
        }
        double length = hit.distance;
        return sky.through(shade(world.mesh, o, d, distance + length, rng, bounce), d, length);
    }

    private Vec shade(Mesh mesh, Vec o, Vec d, double fromCamera, Rng rng, int bounce) {
        Vec p = o.plus(hit.distance, d);
        Surface s = surfaces[bounce];
        s.reset(normal(mesh, d));
        mesh.materials.get(mesh.materialOf[hit.triangle]).paint(p, fromCamera, s);
        Vec n = s.normal;
        Vec start = p.plus(1e-3 * (1 + 0.01 * distance), n.dot(d) > 0 ? n.times(-1) : n);
        Vec sum = s.glow;
        if (s.mirror < 1) {
            Vec sun = sunlight(p, start, n, s, d, rng);
            Vec ambient = ambient(start, n, rng, bounce);
            sum = sum.plus(s.albedo.times(ambient)).plus(sun);
        }
        if (s.mirror > 0) {
            double grazing = 1 - Math.max(0, Math.min(1, -d.dot(n)));
            double g2 = grazing * grazing;
            double share = s.mirror + (1 - s.mirror) * g2 * g2 * grazing;
            Vec away = d.reflected(n);
            if (away.y() < 0 && n.y() > 0.7) {
                away = Vec.of(away.x(), -away.y() * 0.5, away.z()).unit();
            }
            Vec mirrored = bounce < 2 ? follow(start, away, rng, bounce + 1) : sky.light(away);
            sum = sum.mix(mirrored, share);
        }
        return Vec.of(Math.min(BRIGHTEST, sum.x()), Math.min(BRIGHTEST, sum.y()), Math.min(BRIGHTEST, sum.z()));
    }

    private Vec sunlight(Vec p, Vec start, Vec n, Surface s, Vec d, Rng rng) {
        Vec to = sky.sunDirection().plus(sky.sunSize(), rng.inBall()).unit();
        double facing = n.dot(to);
        double share = facing > 0 ? facing : -facing * s.translucency;
        if (share <= 0 && s.gloss == 0) {
            return Vec.ZERO;
        }
        Vec from = facing > 0 ? start : p.plus(2e-3 * (1 + 0.01 * distance), to);
        if (world.trace(from, to, FAR, true, shadow)) {
            return Vec.ZERO;
        }
        Vec scattered = s.albedo.times(sky.sunLight()).times(share);
        if (s.gloss == 0 || facing <= 0) {
            return scattered;
        }
        double shine = Math.max(0, to.minus(d).unit().dot(n));
        return scattered.plus(s.gloss * StrictMath.pow(shine, s.shininess), sky.sunLight());
    }

    /** Light of the sky, and of what hides it nearby: a ray each time, so that corners are dark. */
    private Vec ambient(Vec start, Vec n, Rng rng, int bounce) {
        if (bounce > 0) {
            return sky.ambient(n).times(0.7);
        }
        Vec to = rng.aboutNormal(n);
        if (world.trace(start, to, reach, true, shadow)) {
            return sky.bounce();
        }
        return sky.light(to);
    }

    private Vec normal(Mesh mesh, Vec d) {
        float[] n = mesh.normals;
        int i = 9 * hit.triangle;
        double a = 1 - hit.u - hit.v;
        Vec v = Vec.of(a * n[i] + hit.u * n[i + 3] + hit.v * n[i + 6],
                a * n[i + 1] + hit.u * n[i + 4] + hit.v * n[i + 7],
                a * n[i + 2] + hit.u * n[i + 5] + hit.v * n[i + 8]).unit();
        return v.dot(d) > 0 ? v.times(-1) : v;
    }
}
