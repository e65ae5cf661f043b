package org.impasto.scene.bake;

/** Ground: a height over every point of the plane, as a mesh. */
public final class Terrain {
    private Terrain() {
    }

    /** Height of the ground, metres, over a point of the plane. */
    @FunctionalInterface
    public interface Height {
        double at(double x, double z);
    }

    /**
     * Meshes a part of the ground. Rows are closer together near the camera.
     *
     * @param columns cells across
     * @param rows cells in depth
     */
    public static void mesh(Mesh mesh, Height height, double x0, double x1, double z0, double z1, int columns, int rows,
            Material m) {
        above(Double.NEGATIVE_INFINITY, mesh, height, x0, x1, z0, z1, columns, rows, m);
    }

    /** As {@link #mesh}, without the cells that lie wholly below a height: water covers them, their layer must not. */
    public static void above(double floor, Mesh mesh, Height height, double x0, double x1, double z0, double z1,
            int columns, int rows, Material m) {
        Vec[][] p = new Vec[rows + 1][columns + 1];
        Vec[][] n = new Vec[rows + 1][columns + 1];
        for (int r = 0; r <= rows; r++) {
            double t = (double) r / rows;
            double z = z0 * StrictMath.pow(z1 / z0, t);
            double e = Math.max(1e-3, (z1 - z0) / rows * 0.25);
            for (int c = 0; c <= columns; c++) {
                double x = x0 + (x1 - x0) * c / columns;
                double y = height.at(x, z);
                p[r][c] = Vec.of(x, y, z);
                n[r][c] = Vec.of(height.at(x - e, z) - height.at(x + e, z), 2 * e,
                        height.at(x, z - e) - height.at(x, z + e)).unit();
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (Math.max(Math.max(p[r][c].y(), p[r][c + 1].y()), Math.max(p[r + 1][c].y(), p[r + 1][c + 1].y()))
                        < floor) {
                    continue;
                }
                mesh.smooth(p[r][c], p[r][c + 1], p[r + 1][c + 1], n[r][c], n[r][c + 1], n[r + 1][c + 1], m);
                mesh.smooth(p[r][c], p[r + 1][c + 1], p[r + 1][c], n[r][c], n[r + 1][c + 1], n[r + 1][c], m);
            }
        }
    }

    /** Grass and scrub where it is flat, rock where it is steep, snow above a height. */
    public static Material alpine(Vec grass, Vec scrub, Vec rock, double snowLine, double grainMetres, int seed) {
        return (p, distance, s) -> {
            double f = 1 / grainMetres;
            double rough = Noise.fbm(p, f, 5, seed);
            double patch = Noise.fbm(p, f * 0.2, 4, seed + 11);
            double steep = s.normal.y() + 0.12 * rough;
            Vec c = grass.mix(scrub, Noise.step(-0.2, 0.25, patch + 0.4 * rough));
            c = c.mix(rock.times(1 + 0.35 * rough), 1 - Noise.step(0.7, 0.86, steep));
            double snow = Noise.step(snowLine - 60, snowLine + 90, p.y() + 160 * patch)
                    * Noise.step(0.45, 0.72, steep);
            c = c.times(1 + 0.3 * rough).mix(Vec.of(0.86, 0.88, 0.92), snow);
            s.albedo = Materials.clamp(c);
            s.bump(Vec.of(Noise.at(p.x() * f * 2, p.y() * f * 2, p.z() * f * 2, seed + 1), 0,
                    Noise.at(p.x() * f * 2, p.y() * f * 2, p.z() * f * 2, seed + 2)).times(0.35));
        };
    }

    /** Meadow or earth: two colours in patches, with a fine grain. */
    public static Material ground(Vec one, Vec other, double patchMetres, double grainMetres, int seed) {
        return (p, distance, s) -> {
            double patch = Noise.fbm(p, 1 / patchMetres, 4, seed);
            double rough = Noise.fbm(p, 1 / grainMetres, 4, seed + 7);
            s.albedo = Materials.clamp(one.mix(other, Noise.step(-0.35, 0.35, patch + 0.3 * rough)).times(1 + 0.45 * rough));
            double f = 1.6 / grainMetres;
            s.bump(Vec.of(Noise.at(p.x() * f, p.y() * f, p.z() * f, seed + 1), 0,
                    Noise.at(p.x() * f, p.y() * f, p.z() * f, seed + 2)).times(0.4));
        };
    }
}
