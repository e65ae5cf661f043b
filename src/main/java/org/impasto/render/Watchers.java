package org.impasto.render;

import java.util.List;

/** All followers of a comparison, at work. */
final class Watchers implements AutoCloseable {
    private static final int DEPTH = 2;

    private final List<Aside<Painted>> all;

    Watchers(List<Follower> followers, StageClock clock) {
        all = followers.stream().map(f -> new Aside<Painted>(f.stage(), DEPTH, clock,
                frame -> clock.run(f.stage(), () -> f.work().accept(frame)))).toList();
    }

    void hand(Painted frame) {
        all.forEach(a -> a.hand(frame));
    }

    void drain() {
        all.forEach(Aside::drain);
    }

    @Override
    public void close() {
        all.forEach(Aside::close);
    }
}
