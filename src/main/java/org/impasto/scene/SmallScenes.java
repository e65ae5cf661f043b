package org.impasto.scene;

import java.util.ArrayList;
import java.util.List;
import org.impasto.media.Rational;
import org.impasto.scene.bake.Rng;

/** Scenes whose motion has a closed form, and random ones: for tests and benchmarks, of any size. No camera effects. */
final class SmallScenes {
    private static final Rational RATE = new Rational(25, 1);
    private static final double SHORTEST = 7;

    private SmallScenes() {
    }

    static Scene moving(String name, int w, int h, int frames, Path path) {
        return new LayeredScene(name, w, h, 1, frames, RATE,
                List.of(new Layer(new Waves(5, SHORTEST, Math.max(40, w / 2.0)), path)), Look.PLAIN);
    }

    static Scene random(long seed, int w, int h, int frames) {
        Rng rng = new Rng(seed);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(waves(rng, w), drift(rng, w / 2.0, h / 2.0, 1.5, 0.004, 0.25)));
        int blobs = 3 + rng.below(3);
        double size = Math.min(w, h);
        for (int i = 0; i < blobs; i++) {
            double x = rng.between(0.1, 0.9) * w;
            double y = rng.between(0.1, 0.9) * h;
            Paint blob = new Blob(waves(rng, w), x, y, size * rng.between(0.1, 0.28), rng.between(0, 6));
            layers.add(new Layer(blob, drift(rng, x, y, 0.006 * size + 1.5, 0.006, 0.8)));
        }
        return new LayeredScene("random-" + seed, w, h, 1, frames, RATE, layers, Look.PLAIN);
    }

    private static Waves waves(Rng rng, int w) {
        return new Waves(rng.bits(), SHORTEST, Math.max(40, w / 2.0));
    }

    /** A steady shift, zoom and turn; the arguments bound the amounts per frame (pixels, share, degrees). */
    private static Path drift(Rng rng, double x, double y, double shift, double zoom, double turn) {
        double dx = rng.between(-shift, shift);
        double dy = rng.between(-shift, shift);
        double growth = 1 + rng.between(-zoom, zoom);
        double degrees = rng.between(-turn, turn);
        return t -> Affine.about(x, y, StrictMath.pow(growth, t), degrees * t).then(Affine.shift(dx * t, dy * t));
    }
}
