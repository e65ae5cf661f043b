package org.impasto.shots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.impasto.image.Image;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;

class ShotDetectorTest {
    private static List<Integer> cuts(List<Image> frames) {
        ShotDetector detector = new ShotDetector();
        List<Boolean> verdicts = new ArrayList<>();
        frames.forEach(f -> verdicts.addAll(detector.add(f)));
        verdicts.addAll(detector.end());
        assertEquals(frames.size(), verdicts.size(), "one verdict for each frame");
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i)) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    private static List<Image> scene(long seed, int frames) {
        Scene scene = Scenes.random(seed, 96, 54, frames);
        List<Image> images = new ArrayList<>();
        for (int t = 0; t < frames; t++) {
            images.add(scene.frame(t).image());
        }
        return images;
    }

    private static Image white() {
        Image image = new Image(96, 54);
        Arrays.fill(image.data(), 1);
        return image;
    }

    @Test
    void oneShotHasNoCutButItsBeginning() {
        assertEquals(List.of(0), cuts(scene(1, 12)));
        assertEquals(List.of(0), cuts(scene(1, 1)));
        assertEquals(List.of(), cuts(List.of()));
    }

    @Test
    void hardCutIsFoundAtItsFrame() {
        List<Image> frames = new ArrayList<>(scene(1, 8));
        frames.addAll(scene(2, 8));
        assertEquals(List.of(0, 8), cuts(frames));
    }

    @Test
    void flashIsNoCut() {
        List<Image> frames = new ArrayList<>(scene(1, 14));
        frames.set(6, white());
        frames.set(7, white());
        assertEquals(List.of(0), cuts(frames));
    }
}
