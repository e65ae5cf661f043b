package org.impasto.render;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.impasto.coherence.CoherenceState;
import org.impasto.coherence.StateFormat;

/**
 * What a track's next frame is painted from: the coherence state of every style that it is being painted in.
 *
 * @param styles by the hash of the style's network; empty where every frame is painted alone
 */
record TrackState(SortedMap<String, CoherenceState> styles) {
    private static final int MOST_STYLES = 1000;

    static final TrackState EMPTY = new TrackState(new TreeMap<>());

    /** The same without what the frames after it will not look at. */
    TrackState compact() {
        SortedMap<String, CoherenceState> compact = new TreeMap<>();
        styles.forEach((style, state) -> compact.put(style, state.compact()));
        return new TrackState(compact);
    }

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(styles.size());
        for (Map.Entry<String, CoherenceState> s : styles.entrySet()) {
            out.writeUTF(s.getKey());
            StateFormat.write(s.getValue(), out);
        }
        out.flush();
    }

    static TrackState read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        SortedMap<String, CoherenceState> styles = new TreeMap<>();
        int n = in.readInt();
        if (n < 0 || n > MOST_STYLES) {
            throw new IOException("a state of " + n + " styles");
        }
        for (int i = 0; i < n; i++) {
            String style = in.readUTF();
            styles.put(style, StateFormat.read(in));
        }
        return new TrackState(styles);
    }
}
