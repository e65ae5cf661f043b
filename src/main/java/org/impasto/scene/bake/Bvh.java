package org.impasto.scene.bake;

/** A bounding volume hierarchy over a mesh: finds what a ray meets in logarithmic time. Immutable, for many threads. */
final class Bvh {
    private static final int LEAF = 4;
    private static final int BINS = 16;

    final Mesh mesh;
    private final int[] order;
    /** Six per node: low x, y, z, high x, y, z. */
    private final float[] bounds;
    /** Inner node: index of the first child, the second follows it. Leaf: first position in {@link #order}. */
    private final int[] first;
    /** 0 for inner nodes, else the number of triangles. */
    private final int[] size;
    private final float[] centres;
    private int nodes;

    Bvh(Mesh mesh) {
        this.mesh = mesh;
        int n = mesh.size();
        order = new int[n];
        centres = new float[3 * n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
            for (int k = 0; k < 3; k++) {
                float[] c = mesh.corners;
                centres[3 * i + k] = (c[9 * i + k] + c[9 * i + 3 + k] + c[9 * i + 6 + k]) / 3;
            }
        }
        bounds = new float[6 * Math.max(1, 2 * n)];
        first = new int[Math.max(1, 2 * n)];
        size = new int[Math.max(1, 2 * n)];
        nodes = 1;
        build(0, 0, n);
    }

    private void build(int node, int from, int to) {
        bound(node, from, to);
        first[node] = from;
        size[node] = to - from;
        if (to - from <= LEAF) {
            return;
        }
        int middle = split(from, to);
        int children = nodes;
        nodes += 2;
        first[node] = children;
        size[node] = 0;
        build(children, from, middle);
        build(children + 1, middle, to);
    }

    private void bound(int node, int from, int to) {
        for (int k = 0; k < 3; k++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                for (int c = 0; c < 3; c++) {
                    float x = mesh.corners[9 * order[i] + 3 * c + k];
                    low = Math.min(low, x);
                    high = Math.max(high, x);
                }
            }
            bounds[6 * node + k] = low;
            bounds[6 * node + 3 + k] = high;
        }
    }

    /** Partitions by the surface area heuristic over bins of the widest axis; returns where the second half begins. */
    private int split(int from, int to) {
        int axis = 0;
        float low = 0;
        float width = -1;
        for (int k = 0; k < 3; k++) {
            float a = Float.POSITIVE_INFINITY;
            float b = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                a = Math.min(a, centres[3 * order[i] + k]);
                b = Math.max(b, centres[3 * order[i] + k]);
            }
            if (b - a > width) {
                width = b - a;
                low = a;
                axis = k;
            }
        }
        if (width <= 0) {
            return (from + to) / 2;
        }
        float scale = BINS / width * 0.9999f;
        int cut = bestCut(from, to, axis, low, scale);
        int i = from;
        int j = to - 1;
        while (i <= j) {
            if ((int) ((centres[3 * order[i] + axis] - low) * scale) < cut) {
                i++;
            } else {
                int swap = order[i];
                order[i] = order[j];
                order[j--] = swap;
            }
        }
        return i == from || i == to ? (from + to) / 2 : i;
    }

    private int bestCut(int from, int to, int axis, float low, float scale) {
        int[] counts = new int[BINS];
        float[] boxes = new float[6 * BINS];
        for (int b = 0; b < BINS; b++) {
            clear(boxes, b);
        }
        for (int i = from; i < to; i++) {
            int t = order[i];
            int b = (int) ((centres[3 * t + axis] - low) * scale);
            counts[b]++;
            for (int c = 0; c < 9; c++) {
                float x = mesh.corners[9 * t + c];
                int k = 6 * b + c % 3;
                boxes[k] = Math.min(boxes[k], x);
                boxes[k + 3] = Math.max(boxes[k + 3], x);
            }
        }
        float[] cost = new float[BINS + 1];
        sweep(counts, boxes, cost, 0, 1);
        sweep(counts, boxes, cost, BINS - 1, -1);
        int best = BINS / 2;
        for (int c = 1; c < BINS; c++) {
            if (cost[c] < cost[best]) {
                best = c;
            }
        }
        return best;
    }

    /** Adds area times count of the bins on one side of each cut. */
    private static void sweep(int[] counts, float[] boxes, float[] cost, int start, int dir) {
        float[] box = new float[6];
        clear(box, 0);
        int n = 0;
        for (int b = start; b >= 0 && b < BINS; b += dir) {
            n += counts[b];
            for (int k = 0; k < 3; k++) {
                box[k] = Math.min(box[k], boxes[6 * b + k]);
                box[k + 3] = Math.max(box[k + 3], boxes[6 * b + 3 + k]);
            }
            float x = Math.max(0, box[3] - box[0]);
            float y = Math.max(0, box[4] - box[1]);
            float z = Math.max(0, box[5] - box[2]);
            cost[dir > 0 ? b + 1 : b] += n * (x * y + y * z + z * x);
        }
    }

    private static void clear(float[] boxes, int b) {
        for (int k = 0; k < 3; k++) {
            boxes[6 * b + k] = Float.POSITIVE_INFINITY;
            boxes[6 * b + 3 + k] = Float.NEGATIVE_INFINITY;
        }
    }

    /**
     * Follows a ray.
     *
     * @param d unit direction
     * @param limit metres after which nothing counts
     * @param any whether any obstacle will do (a shadow ray) instead of the nearest
     */
    boolean trace(Vec o, Vec d, double limit, boolean any, Hit hit) {
        hit.distance = Double.POSITIVE_INFINITY;
        hit.triangle = -1;
        if (mesh.size() == 0) {
            return false;
        }
        double best = limit;
        double ix = 1 / d.x();
        double iy = 1 / d.y();
        double iz = 1 / d.z();
        int[] stack = hit.stack;
        double[] entries = hit.entries;
        int top = 0;
        int node = 0;
        double near = entry(0, o, ix, iy, iz, best);
        while (true) {
            if (near >= best) {
                if (top == 0) {
                    return hit.met();
                }
                node = stack[--top];
                near = entries[top];
                continue;
            }
            int n = size[node];
            if (n == 0) {
                int child = first[node];
                double a = entry(child, o, ix, iy, iz, best);
                double b = entry(child + 1, o, ix, iy, iz, best);
                boolean firstNearer = a <= b;
                stack[top] = firstNearer ? child + 1 : child;
                entries[top++] = Math.max(a, b);
                node = firstNearer ? child : child + 1;
                near = Math.min(a, b);
                continue;
            }
            for (int i = first[node]; i < first[node] + n; i++) {
                if (meets(order[i], o, d, best, hit)) {
                    best = hit.distance;
                    if (any) {
                        return true;
                    }
                }
            }
            near = Double.POSITIVE_INFINITY;
        }
    }

    private double entry(int node, Vec o, double ix, double iy, double iz, double limit) {
        int i = 6 * node;
        double a = (bounds[i] - o.x()) * ix;
        double b = (bounds[i + 3] - o.x()) * ix;
        double near = Math.min(a, b);
        double far = Math.max(a, b);
        a = (bounds[i + 1] - o.y()) * iy;
        b = (bounds[i + 4] - o.y()) * iy;
        near = Math.max(near, Math.min(a, b));
        far = Math.min(far, Math.max(a, b));
        a = (bounds[i + 2] - o.z()) * iz;
        b = (bounds[i + 5] - o.z()) * iz;
        near = Math.max(near, Math.min(a, b));
        far = Math.min(far, Math.max(a, b));
        return far >= Math.max(0, near) && near < limit ? near : Double.POSITIVE_INFINITY;
    }

    /** Möller and Trumbore's test, both sides. */
    private boolean meets(int t, Vec o, Vec d, double limit, Hit hit) {
        float[] c = mesh.corners;
        int i = 9 * t;
        double ax = c[i];
        double ay = c[i + 1];
        double az = c[i + 2];
        double e1x = c[i + 3] - ax;
        double e1y = c[i + 4] - ay;
        double e1z = c[i + 5] - az;
        double e2x = c[i + 6] - ax;
        double e2y = c[i + 7] - ay;
        double e2z = c[i + 8] - az;
        double px = d.y() * e2z - d.z() * e2y;
        double py = d.z() * e2x - d.x() * e2z;
        double pz = d.x() * e2y - d.y() * e2x;
        double det = e1x * px + e1y * py + e1z * pz;
        if (det == 0) {
            return false;
        }
        double inv = 1 / det;
        double sx = o.x() - ax;
        double sy = o.y() - ay;
        double sz = o.z() - az;
        double u = (sx * px + sy * py + sz * pz) * inv;
        if (u < 0 || u > 1) {
            return false;
        }
        double qx = sy * e1z - sz * e1y;
        double qy = sz * e1x - sx * e1z;
        double qz = sx * e1y - sy * e1x;
        double v = (d.x() * qx + d.y() * qy + d.z() * qz) * inv;
        double distance = (e2x * qx + e2y * qy + e2z * qz) * inv;
        if (v < 0 || u + v > 1 || distance <= 1e-4 || distance >= limit) {
            return false;
        }
        hit.distance = distance;
        hit.triangle = t;
        hit.u = u;
        hit.v = v;
        return true;
    }
}
