package org.impasto.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured of a clip.
 *
 * @param flow which flow it was measured with
 * @param frames the figures of all frames, in order
 * @param damage what of the clips was damaged, one sentence each
 */
public record Measurement(String flow, List<FrameFigures> frames, List<String> damage) {
    public Measurement {
        frames = List.copyOf(frames);
        damage = List.copyOf(damage);
    }

    /** The frames, by shot. */
    public List<List<FrameFigures>> shots() {
        List<List<FrameFigures>> shots = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= frames.size(); i++) {
            if (i == frames.size() || frames.get(i).beginsShot()) {
                shots.add(frames.subList(first, i));
                first = i;
            }
        }
        return shots;
    }
}
