package org.impasto.coherence;

import java.util.BitSet;
import java.util.Map;

/**
 * What a person has painted and was let go of stays let go of. Which frame's paint a pixel has goes on by whole pixels, and where that was painted by fractions of one. So where a picture goes by less than half a pixel a
 * frame, paint that lasts stays where it is beside what was let go of, and its places wander on into that: there the person's picture has the outline of what has moved on since.
 */
final class LetGo {
    private LetGo() {
    }

    /** Lets nothing stand that would be fetched from where paint was let go of before. */
    static void stop(Origin origin, Map<Integer, Anchor> anchors, boolean[] stands) {
        anchors.forEach((frame, anchor) -> {
            for (int i = 0; anchor.lasting() && i < stands.length; i++) {
                stands[i] &= origin.frame()[i] != frame || !anchor.isGone(origin.x()[i], origin.y()[i]);
            }
        });
    }

    /**
     * Keeps in mind from where lasting paint is let go of in this frame: places that no pixel shows any more that goes on showing such paint.
     *
     * @param begun whether a pixel begins new paint
     * @param anchors those of lasting paint are replaced
     */
    static void mark(Origin origin, boolean[] begun, Map<Integer, Anchor> anchors) {
        anchors.replaceAll((frame, anchor) -> anchor.lasting() ? anchor.without(places(origin, begun, frame, anchor)) : anchor);
    }

    private static BitSet places(Origin origin, boolean[] begun, int frame, Anchor anchor) {
        BitSet shown = new BitSet();
        BitSet gone = new BitSet();
        for (int i = 0; i < begun.length; i++) {
            if (origin.frame()[i] == frame) {
                (begun[i] ? gone : shown).set(anchor.place(origin.x()[i], origin.y()[i]));
            }
        }
        gone.andNot(shown);
        return gone;
    }
}
