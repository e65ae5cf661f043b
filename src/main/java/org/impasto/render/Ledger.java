package org.impasto.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what a render keeps and what it renders, and tells the user why something is rendered again. Thread-safe. */
final class Ledger {
    private final RenderListener listener;
    private final Consumer<String> messages;
    private final Set<String> told = new HashSet<>();
    private final List<FrameRange> rendered = new ArrayList<>();
    private long done;
    private long kept;
    private long warmUp;

    Ledger(RenderListener listener, Consumer<String> messages) {
        this.listener = listener;
        this.messages = messages;
    }

    synchronized void again(Segment s, String reason) {
        if (told.add(reason)) {
            messages.accept("frames " + s.first() + "-" + s.last() + " are rendered again: " + reason);
        }
    }

    synchronized void kept(Segment s) {
        long n = s.last() - s.first() + 1;
        kept += n;
        done += n;
        listener.framesKept(n);
        listener.frameDone(done);
    }

    synchronized void frameDone() {
        done++;
        listener.frameDone(done);
    }

    synchronized void warmedUp() {
        warmUp++;
    }

    synchronized void rendered(Segment s) {
        rendered.add(new FrameRange(s.first(), s.last()));
    }

    synchronized long keptFrames() {
        return kept;
    }

    synchronized long warmUpFrames() {
        return warmUp;
    }

    synchronized List<FrameRange> rendered() {
        return rendered.stream().sorted(java.util.Comparator.comparingLong(FrameRange::first)).toList();
    }
}
