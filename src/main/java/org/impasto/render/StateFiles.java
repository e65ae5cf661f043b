package org.impasto.render;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.impasto.Digests;
import org.impasto.store.RenderStore;
import org.impasto.store.StateEntry;
import org.impasto.store.Stored;

/** Keeps boundary states in a render store, compressed. */
final class StateFiles {
    private static final int BUFFER = 1 << 16;

    private final RenderStore store;

    StateFiles(RenderStore store) {
        this.store = store;
    }

    /**
     * Stores the state after a frame.
     *
     * @param fingerprint of what it depends on
     */
    StateEntry save(long frame, int track, String fingerprint, TrackState state) {
        MessageDigest content = Digests.sha256();
        Stored stored = store.publish(String.format("state-%07d-%d.bin", frame, track), file -> write(state, file, content));
        StateEntry entry = new StateEntry(frame, track, fingerprint, Digests.hex(content), stored);
        store.add(entry);
        return entry;
    }

    private static void write(TrackState state, Path file, MessageDigest content) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER), content), BUFFER)) {
            state.write(out);
        } finally {
            deflater.end();
        }
    }

    /** Reads a state back; empty where the file is not what the entry says. */
    Optional<TrackState> load(StateEntry entry) {
        if (!store.isIntact(entry.file())) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(new InflaterInputStream(Files.newInputStream(store.path(entry.file()))), BUFFER)) {
            return Optional.of(TrackState.read(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
