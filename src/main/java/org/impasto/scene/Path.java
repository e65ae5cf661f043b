package org.impasto.scene;

/** How a layer moves: at each instant, where its points lie on the screen, in pixels of the design size 640x360. */
@FunctionalInterface
interface Path {
    Path STILL = t -> Affine.IDENTITY;

    /**
     * @param t time in frames; whole numbers are the middles of exposures
     */
    Affine at(double t);

    /** This motion, carried along by another one. */
    default Path then(Path o) {
        return t -> at(t).then(o.at(t));
    }
}
