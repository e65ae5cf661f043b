package org.impasto.scene.bake;

/** Ripples on open water. */
public final class Water {
    private Water() {
    }

    /**
     * A water surface seen from above.
     *
     * @param body colour of the light that comes from below
     * @param steepness mean slope of the ripples
     * @param length metres of the longest of them
     */
    public static Material surface(Vec body, double steepness, double length, int seed) {
        return (p, distance, s) -> {
            double slopeX = 0;
            double slopeZ = 0;
            double l = length;
            double height = 0.55;
            for (int i = 0; i < 4; i++) {
                // Ripples are longer across the view than along it, as the wind comes towards the camera.
                double x = p.x() / (l * 2.2);
                double z = p.z() / l;
                double e = 0.06;
                double here = Noise.at(x, i * 3.3, z, seed + i);
                slopeX += height * (Noise.at(x + e, i * 3.3, z, seed + i) - here) / e;
                slopeZ += height * (Noise.at(x, i * 3.3, z + e, seed + i) - here) / e;
                l *= 0.47;
                height *= 0.8;
            }
            double gust = 0.65 + 0.5 * Noise.fbm(p.x() / 40, 0, p.z() / 22, 3, 0.5, seed + 50);
            double k = steepness * Math.max(0.15, gust);
            s.normal = Vec.of(-k * slopeX * 0.7, 1, -k * slopeZ).unit();
            s.albedo = body;
            s.mirror = 0.03;
            s.gloss = 0.9;
            s.shininess = 350;
        };
    }
}
