package org.impasto.scene;

import java.util.List;
import org.impasto.image.Image;
import org.impasto.media.Rational;

/** A scene made of a stack of layers and a camera. */
final class LayeredScene implements Scene {
    private final String name;
    private final int width;
    private final int height;
    private final int frames;
    private final Rational frameRate;
    private final List<Layer> layers;
    private final Camera camera;
    private final LayerMotion motion;

    /**
     * @param layers from back to front; the first must cover the whole screen at all times
     * @param scale pixels per unit of the layers' paths
     */
    LayeredScene(String name, int width, int height, double scale, int frames, Rational frameRate, List<Layer> layers,
            Look look) {
        this.name = name;
        this.width = width;
        this.height = height;
        this.frames = frames;
        this.frameRate = frameRate;
        this.layers = List.copyOf(layers);
        this.camera = new Camera(this.layers, width, height, scale, look);
        this.motion = new LayerMotion(this.layers, width, height, scale);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public Rational frameRate() {
        return frameRate;
    }

    @Override
    public SceneFrame frame(int t) {
        if (t < 0 || t >= frames) {
            throw new IllegalArgumentException(name + " has frames 0 to " + (frames - 1) + ", not " + t);
        }
        Image image = camera.expose(t);
        return t == 0 ? new SceneFrame(image, TrueMotion.none(width, height), TrueMotion.none(width, height))
                : new SceneFrame(image, motion.between(t, t - 1), motion.between(t - 1, t));
    }
}
