package org.impasto.direction;

import java.util.HashMap;
import java.util.Map;
import org.impasto.image.Plane;

/**
 * The mattes of a render, opened when they are first needed and read frame after frame. Used by one thread at a time; going back works,
 * but reads a clip from its beginning again.
 */
public final class Mattes implements AutoCloseable {
    private record Key(MatteUse use, int width, int height) {
    }

    private final Map<Key, Matte> open = new HashMap<>();

    /**
     * The matte of a frame, at the clip's size: 1 where the style applies, 0 where it does not.
     *
     * @param width of the clip
     * @param height of the clip
     * @throws org.impasto.ImpastoException.BadInput where the matte has none for that frame, or it cannot be read
     */
    public Plane at(MatteUse use, long frame, int width, int height) {
        return open.computeIfAbsent(new Key(use, width, height), k -> Matte.open(use, width, height)).at(frame);
    }

    @Override
    public void close() {
        open.values().forEach(Matte::close);
        open.clear();
    }
}
