package org.impasto.scene.bake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Triangles with materials, to be added to in any order and then traced. */
public final class Mesh {
    /** Nine coordinates per triangle. */
    float[] corners = new float[9 * 1024];
    /** Nine components of unit normals per triangle, one normal per corner. */
    float[] normals = new float[9 * 1024];
    int[] materialOf = new int[1024];
    final List<Material> materials = new ArrayList<>();
    private int count;

    public int size() {
        return count;
    }

    /** A flat triangle. */
    public void triangle(Vec a, Vec b, Vec c, Material m) {
        Vec n = b.minus(a).cross(c.minus(a));
        double length = n.length();
        if (length > 1e-12) {
            n = n.times(1 / length);
            smooth(a, b, c, n, n, n, m);
        }
    }

    /** A triangle that is shaded as if it were curved, by normals at its corners. */
    public void smooth(Vec a, Vec b, Vec c, Vec na, Vec nb, Vec nc, Material m) {
        if (count == materialOf.length) {
            materialOf = Arrays.copyOf(materialOf, 2 * count);
            corners = Arrays.copyOf(corners, 18 * count);
            normals = Arrays.copyOf(normals, 18 * count);
        }
        put(corners, 9 * count, a, b, c);
        put(normals, 9 * count, na, nb, nc);
        materialOf[count++] = idOf(m);
    }

    public void quad(Vec a, Vec b, Vec c, Vec d, Material m) {
        triangle(a, b, c, m);
        triangle(a, c, d, m);
    }

    /** Adds all triangles of another mesh. */
    public void add(Mesh o) {
        for (int i = 0; i < o.count; i++) {
            smooth(o.corner(i, 0), o.corner(i, 1), o.corner(i, 2), at(o.normals, i, 0), at(o.normals, i, 1),
                    at(o.normals, i, 2), o.materials.get(o.materialOf[i]));
        }
    }

    Vec corner(int triangle, int k) {
        return at(corners, triangle, k);
    }

    private static Vec at(float[] values, int triangle, int k) {
        int i = 9 * triangle + 3 * k;
        return new Vec(values[i], values[i + 1], values[i + 2]);
    }

    private int idOf(Material m) {
        int last = materials.size() - 1;
        // Shapes come in runs of one material, so the newest few are nearly always the right ones.
        for (int i = last; i >= Math.max(0, last - 8); i--) {
            if (materials.get(i) == m) {
                return i;
            }
        }
        materials.add(m);
        return last + 1;
    }

    private static void put(float[] to, int at, Vec... vs) {
        for (Vec v : vs) {
            to[at++] = (float) v.x();
            to[at++] = (float) v.y();
            to[at++] = (float) v.z();
        }
    }
}
