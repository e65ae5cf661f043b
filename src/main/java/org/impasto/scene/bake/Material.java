package org.impasto.scene.bake;

/** The looks of a surface as a function of the point in space. */
@FunctionalInterface
public interface Material {
    /**
     * Says how the surface looks at a point.
     *
     * @param p the point, metres
     * @param distance metres from the camera, so that detail below a texel can be left out
     * @param s receives the answer; its normal is already set
     */
    void paint(Vec p, double distance, Surface s);
}
