package org.impasto.render;

import java.util.List;

/** All followers of a comparison, at work. */
final class Watchers implements AutoCloseable {
    private final List<Aside> all;

    Watchers(List<Follower> followers, StageClock clock) {
        all = followers.stream().map(f -> new Aside(f, clock)).toList();
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
