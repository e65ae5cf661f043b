package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A compacted coherence state ({@link CoherenceState#compact}) as bytes: everything that the next frame is made from, to the bit, so that a
 * render that is taken up from them paints what an uninterrupted one paints. Not compressed, but made to compress well. The stylized
 * frame itself, which the next one does not look at, is left out.
 */
public final class StateFormat {
    private static final int MAGIC = 0x494D5053;
    private static final int VERSION = 7;
    private static final int MOST_SIDE = 1 << 15;

    private StateFormat() {
    }

    public static void write(CoherenceState state, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(state.paint().width());
        out.writeInt(state.paint().height());
        out.writeInt(state.frame());
        write(state.paint(), out);
        write(state.fading(), out);
        out.writeBoolean(state.noise().isPresent());
        if (state.noise().isPresent()) {
            Numbers.writeInts(out, steps(state.noise().get().x()));
            Numbers.writeInts(out, steps(state.noise().get().y()));
        }
        Map<Integer, Anchor> anchors = new TreeMap<>(state.anchors());
        out.writeInt(anchors.size());
        for (Map.Entry<Integer, Anchor> a : anchors.entrySet()) {
            out.writeInt(a.getKey());
            a.getValue().write(out);
        }
        out.flush();
    }

    /** @throws IOException also where the bytes are no state */
    public static CoherenceState read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new IOException("these are not the bytes of a coherence state of this version");
        }
        int width = in.readInt();
        int height = in.readInt();
        if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) {
            throw new IOException("a state of " + width + "x" + height + " pixels");
        }
        int frame = in.readInt();
        Origin paint = origin(in, width, height);
        Origin fading = origin(in, width, height);
        Optional<NoiseField> noise = in.readBoolean() ? Optional.of(noise(in, width, height)) : Optional.empty();
        Map<Integer, Anchor> anchors = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            int t = in.readInt();
            anchors.put(t, Anchor.read(in, width, height));
        }
        return new CoherenceState(null, frame, paint, fading, noise, Map.copyOf(anchors));
    }

    private static void write(Origin origin, DataOutputStream out) throws IOException {
        Numbers.writeInts(out, origin.frame());
        Numbers.writeInts(out, steps(origin, origin.x(), 1, 0));
        Numbers.writeInts(out, steps(origin, origin.y(), 0, 1));
    }

    private static Origin origin(DataInputStream in, int width, int height) throws IOException {
        Origin origin = new Origin(width, height);
        Numbers.readInts(in, origin.frame());
        places(in, origin, origin.x(), 1, 0);
        places(in, origin, origin.y(), 0, 1);
        return origin;
    }

    private static int[] steps(float[] displacements) {
        int[] steps = new int[displacements.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.round(displacements[i] * Compaction.STEPS);
        }
        return steps;
    }

    private static NoiseField noise(DataInputStream in, int width, int height) throws IOException {
        NoiseField noise = new NoiseField(width, height);
        for (float[] displacements : new float[][] {noise.x(), noise.y()}) {
            int[] steps = new int[displacements.length];
            Numbers.readInts(in, steps);
            for (int i = 0; i < steps.length; i++) {
                displacements[i] = (float) steps[i] / Compaction.STEPS;
            }
        }
        return noise;
    }

    /** How far each place is from its pixel, in whole steps. */
    private static int[] steps(Origin origin, float[] places, int across, int down) {
        int[] steps = new int[places.length];
        int last = 0;
        for (int i = 0; i < steps.length; i++) {
            if (origin.frame()[i] != Origin.NONE) {
                last = Math.round(places[i] * Compaction.STEPS) - Compaction.STEPS * (i % origin.width() * across + i / origin.width() * down);
            }
            steps[i] = last;
        }
        return steps;
    }

    private static void places(DataInputStream in, Origin origin, float[] places, int across, int down) throws IOException {
        int[] steps = new int[places.length];
        Numbers.readInts(in, steps);
        for (int i = 0; i < steps.length; i++) {
            if (origin.frame()[i] != Origin.NONE) {
                places[i] = (float) (steps[i] + Compaction.STEPS * (i % origin.width() * across + i / origin.width() * down)) / Compaction.STEPS;
            }
        }
    }
}
