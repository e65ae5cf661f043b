package org.impasto.scene;

/** The picture on a layer, in the layer's own coordinates, of unlimited resolution or filtered to the one asked for. */
interface Paint {
    /**
     * Colour and opacity at a point.
     *
     * @param footprint layer units per pixel of the screen: finer detail must not show
     * @param rgba receives linear-light red, green, blue, multiplied by opacity, and opacity 0 to 1
     */
    void sample(double x, double y, double footprint, float[] rgba);

    /** 0 where nothing of the layer can be, 2 where it certainly is opaque, 1 where one has to look. */
    default int coverage(double x, double y) {
        return 1;
    }
}
