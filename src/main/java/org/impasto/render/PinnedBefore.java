package org.impasto.render;

import java.util.Optional;
import java.util.SortedMap;
import org.impasto.direction.Pin;

/**
 * The frames that a pinned frame reaches backwards: from the one after the previous pin, or from the shot's first frame, to the one before it.
 *
 * @param pin the pinned frame
 * @param after the frame before the first that it reaches
 */
record PinnedBefore(Pin pin, long after) {
    /** The pin that reaches a frame from behind, if one does. */
    static Optional<PinnedBefore> of(SortedMap<Long, Pin> pins, long frame, long shotFirst, long shotLast) {
        SortedMap<Long, Pin> behind = pins.tailMap(frame);
        if (behind.isEmpty() || behind.firstKey() > shotLast || behind.firstKey() == frame) {
            return Optional.empty();
        }
        Pin pin = behind.get(behind.firstKey());
        SortedMap<Long, Pin> before = pins.headMap(frame);
        long after = before.isEmpty() ? shotFirst - 1 : Math.max(shotFirst - 1, before.lastKey());
        return pin.both() ? Optional.of(new PinnedBefore(pin, after)) : Optional.empty();
    }

    /** Its share of a frame: a straight line from nothing to everything. */
    float share(long frame) {
        return (float) (frame - after) / (pin.frame() - after);
    }
}
