package org.impasto.media;

import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * The pictures that a decoder was given and has not shown yet, by time: since it shows them in order, one that is passed over
 * is lost. Decoders drop pictures silently when what they are predicted from is damaged.
 */
final class Pictures {
    /** More are never inside a decoder; packets with unusual times must not pile up. */
    private static final int MOST = 256;

    private final LongConsumer lost;
    private final TreeSet<Long> inside = new TreeSet<>();
    private boolean begun;

    Pictures(LongConsumer lost) {
        this.lost = lost;
    }

    void given(long pts) {
        inside.add(pts);
        if (inside.size() > MOST) {
            inside.pollFirst();
        }
    }

    /** A picture came out. What lies before the first one was cut off on purpose: a clip may begin in mid-stream. */
    void shown(long pts) {
        while (!inside.isEmpty() && inside.first() <= pts) {
            long time = inside.pollFirst();
            if (time < pts && begun) {
                lost.accept(time);
            }
        }
        begun = true;
    }

    /** No more come out. */
    void end() {
        if (begun) {
            inside.forEach(lost::accept);
        }
        inside.clear();
    }
}
