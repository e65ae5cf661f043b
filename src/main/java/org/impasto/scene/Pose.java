package org.impasto.scene;

/**
 * Where a layer is at one instant. Screen coordinates have whole numbers at the centres of pixels.
 *
 * @param footprint layer units per pixel
 */
record Pose(Affine toScreen, Affine toLayer, double footprint, double opacity) {

    boolean visible() {
        return opacity > 0;
    }

    static Pose of(Layer layer, double t, double scale) {
        Affine toScreen = layer.path().at(t).then(new Affine(scale, 0, -0.5, 0, scale, -0.5));
        Affine toLayer = toScreen.inverse();
        return new Pose(toScreen, toLayer, toLayer.stretch(), layer.opacity().at(t));
    }
}
