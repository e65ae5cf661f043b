package org.impasto.scene;

import java.util.ArrayList;
import java.util.List;
import org.impasto.image.Image;
import org.impasto.media.Rational;

/**
 * Three shots: a hard cut, then a dissolve; and a flash of lightning in the last shot.
 *
 * <p>Flow and occlusion during the dissolve are those of the shot that is stronger at the time. Where the stronger one
 * changes, nothing in the new frame counts as visible in the old one.
 */
final class Cuts implements Scene {
    private static final int FIRST = 30;
    private static final int SECOND = 36;
    private static final int DISSOLVE = 12;
    private static final int THIRD = 40;
    /** Of the third shot, the frames with lightning: two. */
    private static final int FLASH = 24;

    private final List<Scene> shots;

    private Cuts(List<Scene> shots) {
        this.shots = shots;
    }

    static Scene scene(double scale, int samples) {
        List<Layer> storm = new ArrayList<>(StormCoast.layers(scale, samples));
        Layer.Opacity lit = t -> t > FLASH - 0.5 && t < FLASH + 1.5 ? 1 : 0;
        storm.add(1, new Layer(new Lightning(180, 20, 214, 5), Path.STILL, lit));
        Look look = Look.FILM.withExposure(t -> 1 + 1.1 * lit.at(t));
        return new Cuts(List.of(shot("lake", scale, FIRST, AlpineLake.layers(scale, samples), Look.FILM),
                shot("wood", scale, SECOND, AutumnWood.layers(scale, samples), Look.FILM),
                shot("storm", scale, THIRD, storm, look)));
    }

    private static Scene shot(String name, double scale, int frames, List<Layer> layers, Look look) {
        return new LayeredScene(name, (int) Math.round(640 * scale), (int) Math.round(360 * scale), scale, frames,
                new Rational(25, 1), layers, look);
    }

    @Override
    public String name() {
        return "cuts";
    }

    @Override
    public int width() {
        return shots.get(0).width();
    }

    @Override
    public int height() {
        return shots.get(0).height();
    }

    @Override
    public int frames() {
        return FIRST + SECOND + THIRD - DISSOLVE;
    }

    @Override
    public Rational frameRate() {
        return shots.get(0).frameRate();
    }

    @Override
    public SceneFrame frame(int t) {
        int thirdStarts = FIRST + SECOND - DISSOLVE;
        if (t < FIRST) {
            return shots.get(0).frame(t);
        }
        if (t < thirdStarts) {
            return shots.get(1).frame(t - FIRST);
        }
        if (t >= FIRST + SECOND) {
            return shots.get(2).frame(t - thirdStarts);
        }
        int step = t - thirdStarts;
        SceneFrame before = shots.get(1).frame(t - FIRST);
        SceneFrame after = shots.get(2).frame(step);
        float share = (step + 1f) / (DISSOLVE + 1);
        Image mixed = mix(before.image(), after.image(), share);
        if (share < 0.5f) {
            return new SceneFrame(mixed, before.backward(), before.forward());
        }
        float shareBefore = step / (DISSOLVE + 1f);
        return shareBefore < 0.5f
                ? new SceneFrame(mixed, TrueMotion.none(width(), height()), TrueMotion.none(width(), height()))
                : new SceneFrame(mixed, after.backward(), after.forward());
    }

    private static Image mix(Image a, Image b, float share) {
        Image mixed = new Image(a.width(), a.height());
        for (int i = 0; i < mixed.data().length; i++) {
            mixed.data()[i] = a.data()[i] + share * (b.data()[i] - a.data()[i]);
        }
        return mixed;
    }
}
