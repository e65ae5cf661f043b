package org.impasto.scene.bake;

/** Where a ray met a mesh; reused from ray to ray by one thread. */
final class Hit {
    /** Metres along the ray (unit direction); infinite where nothing was met. */
    double distance;
    int triangle;
    /** Barycentric weights of the second and third corner. */
    double u;
    double v;
    /** Nodes still to visit. */
    final int[] stack = new int[96];
    /** How far along the ray each of them begins. */
    final double[] entries = new double[96];

    boolean met() {
        return distance < Double.POSITIVE_INFINITY;
    }
}
