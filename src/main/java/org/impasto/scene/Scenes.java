package org.impasto.scene;

import java.util.List;

/** Where scenes come from. */
public final class Scenes {
    /** Rays per texel of the stored clips. */
    private static final int SAMPLES = 16;

    private Scenes() {
    }

    /** Names of the project's test clips, in the order of test-clips/README.md. */
    public static List<String> clips() {
        return List.of("harbour", "mill", "cuts", "subtitle", "grain");
    }

    /** A test clip as it is stored in test-clips, before encoding. Painting its layers takes up to minutes. */
    public static Scene clip(String name) {
        return clip(name, 1, SAMPLES);
    }

    /**
     * A test clip in another size.
     *
     * @param scale 1 for 640x360
     * @param samples rays per texel
     */
    public static Scene clip(String name, double scale, int samples) {
        return switch (name) {
            case "harbour" -> Harbour.scene(scale, samples);
            case "mill" -> Mill.scene(scale, samples);
            case "cuts" -> Cuts.scene(scale, samples);
            case "subtitle" -> StillLife.scene(scale, samples);
            case "grain" -> Hills.scene(scale, samples);
            default -> throw new IllegalArgumentException("no clip " + name + " in " + clips());
        };
    }

    /** A smooth random texture that moves by {@code (dx, dy)} pixels a frame. */
    public static Scene translation(int w, int h, double dx, double dy, int frames) {
        return SmallScenes.moving("translation", w, h, frames, t -> Affine.shift(dx * t, dy * t));
    }

    /** A smooth random texture that grows about the middle of the picture by a factor per frame. */
    public static Scene zoom(int w, int h, double factor, int frames) {
        return SmallScenes.moving("zoom", w, h, frames,
                t -> Affine.about(w / 2.0, h / 2.0, StrictMath.pow(factor, t), 0));
    }

    /** A smooth random texture that turns clockwise about the middle of the picture, degrees per frame. */
    public static Scene rotation(int w, int h, double degrees, int frames) {
        return SmallScenes.moving("rotation", w, h, frames, t -> Affine.about(w / 2.0, h / 2.0, 1, degrees * t));
    }

    /** A smooth random texture that does not move. */
    public static Scene staticShot(int w, int h, int frames) {
        return SmallScenes.moving("static", w, h, frames, Path.STILL);
    }

    /** Several textured layers in affine motion, the foremost ones with outlines; another scene for each seed. */
    public static Scene random(long seed, int w, int h, int frames) {
        return SmallScenes.random(seed, w, h, frames);
    }
}
