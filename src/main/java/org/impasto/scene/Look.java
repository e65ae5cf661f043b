package org.impasto.scene;

/**
 * What the camera does to the light.
 *
 * @param shutter share of the frame's time during which the shutter is open; 0.5 is film's 180 degrees
 * @param instants number of instants that stand for it; 1 means no motion blur
 * @param exposure factor on the light, over time in frames
 * @param vignette darkening in the corners, 0 to 1
 * @param bloom share of the light that is spread around highlights
 * @param grain strength of the film grain, standard deviation at mid grey
 * @param film whether highlights roll off as on film; else the values are only encoded
 */
record Look(double shutter, int instants, Layer.Opacity exposure, double vignette, double bloom, double grain,
        boolean film) {
    /** Exactly what is on the layers: no blur, no camera. */
    static final Look PLAIN = new Look(0, 1, t -> 1, 0, 0, 0, false);
    /** A film camera at 180 degrees. */
    static final Look FILM = new Look(0.5, 8, t -> 1, 0.22, 0.06, 0, true);

    Look withExposure(Layer.Opacity other) {
        return new Look(shutter, instants, other, vignette, bloom, grain, film);
    }

    Look withGrain(double deviation) {
        return new Look(shutter, instants, exposure, vignette, bloom, deviation, film);
    }
}
