package org.impasto.render;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Adds up the time that is spent in each stage of a render, over all threads. */
final class StageClock {
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    <T> T time(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.computeIfAbsent(stage, s -> new LongAdder()).add(System.nanoTime() - start);
        }
    }

    void run(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return null;
        });
    }

    Map<String, Double> seconds() {
        Map<String, Double> result = new TreeMap<>();
        nanos.forEach((stage, n) -> result.put(stage, n.sum() / 1e9));
        return result;
    }
}
