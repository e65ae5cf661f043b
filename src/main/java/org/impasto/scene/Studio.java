package org.impasto.scene;

import org.impasto.scene.bake.Stage;

/** Makes layers of the groups on a stage. All lengths on the picture are pixels of the design size. */
final class Studio {
    /** Texels per pixel of the finished frame: leaves the spline room to be sharp. */
    private static final double DENSITY = 1.4;

    private final Stage stage;
    private final int samples;
    private final double density;

    /**
     * @param scale 1 for 640x360; smaller for smaller frames, which also have smaller textures
     * @param samples rays per texel
     */
    Studio(Stage stage, double scale, int samples) {
        this(stage, scale, samples, DENSITY);
    }

    /**
     * @param density texels per pixel of the finished frame; more for a camera that goes closer
     */
    Studio(Stage stage, double scale, int samples, double density) {
        this.stage = stage;
        this.samples = samples;
        this.density = scale * density;
    }

    /**
     * A group as a texture.
     *
     * @param blur radius (standard deviation) of the lens' blur on things out of focus
     */
    Texture picture(String group, double left, double top, double right, double bottom, double blur) {
        Stage.Frame frame = frame(left, top, right, bottom, density);
        long t0 = System.nanoTime();
        float[] rgba = stage.take(group, frame, samples);
        System.err.printf("%s %dx%d %.1f s%n", group, frame.columns(), frame.rows(), (System.nanoTime() - t0) / 1e9);
        Blur.gaussian(rgba, frame.columns(), frame.rows(), blur * frame.density());
        return texture(frame, rgba);
    }

    /** The sky with its clouds, at half the density. */
    Texture sky(double left, double top, double right, double bottom) {
        Stage.Frame frame = frame(left, top, right, bottom, 0.5 * density);
        long t0 = System.nanoTime();
        float[] rgba = stage.takeSky(frame, 44);
        System.err.printf("sky %.1f s%n", (System.nanoTime() - t0) / 1e9);
        return texture(frame, rgba);
    }

    private static Stage.Frame frame(double left, double top, double right, double bottom, double density) {
        return new Stage.Frame(left, top, right, bottom, density);
    }

    private static Texture texture(Stage.Frame f, float[] rgba) {
        return new Texture(f.columns(), f.rows(), rgba, f.left(), f.top(), f.density());
    }
}
