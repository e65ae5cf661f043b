package org.impasto.direction;

/**
 * Where a section applies: frames or shots, both counted from 0, both ends included.
 *
 * @param shots whether the numbers are of shots
 * @param last {@link Long#MAX_VALUE} means to the end of the clip
 */
record Place(boolean shots, long first, long last) {
    static final Place WHOLE_CLIP = new Place(false, 0, Long.MAX_VALUE);

    boolean contains(long frame, int shot) {
        long number = shots ? shot : frame;
        return number >= first && number <= last;
    }

    boolean toTheEnd() {
        return last == Long.MAX_VALUE;
    }

    /** Which share of the place has passed at a frame: 0 at its first frame, 1 at its last. Not for the open end or several shots. */
    double progress(long frame, long shotFirst, long shotLast) {
        long from = shots ? shotFirst : first;
        long to = shots ? shotLast : last;
        return to <= from ? 1 : Math.min(1, Math.max(0, (double) (frame - from) / (to - from)));
    }

    @Override
    public String toString() {
        return (shots ? "shots: " : "frames: ") + first + (first == last ? "" : "-" + (toTheEnd() ? "" : last));
    }
}
