package org.impasto.render;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Adds up what each stage of a render costs, over all threads. A stage that runs inside another one is counted as itself only.
 * Thread-safe.
 */
final class StageClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What a stage has cost so far; guarded by itself. */
    private static final class Sum {
        private long wall;
        private long cpu;
        private long busy;
        private int running;
        private long since;
    }

    /** A stage that a thread is in: what the stages inside it have taken of its time. */
    private static final class Open {
        private final Open around;
        private long innerWall;
        private long innerCpu;

        Open(Open around) {
            this.around = around;
        }
    }

    private final Map<String, Sum> sums = new ConcurrentHashMap<>();
    private final ThreadLocal<Open> current = new ThreadLocal<>();
    private final LongSupplier wallNanos;
    private final LongSupplier threadCpuNanos;

    StageClock() {
        this(System::nanoTime, THREADS.isCurrentThreadCpuTimeSupported() ? THREADS::getCurrentThreadCpuTime : () -> 0);
    }

    /**
     * @param wallNanos nanoseconds of a clock that never goes back
     * @param threadCpuNanos processor time of the thread that asks
     */
    StageClock(LongSupplier wallNanos, LongSupplier threadCpuNanos) {
        this.wallNanos = wallNanos;
        this.threadCpuNanos = threadCpuNanos;
    }

    <T> T time(String stage, Supplier<T> work) {
        Sum sum = sums.computeIfAbsent(stage, s -> new Sum());
        Open open = new Open(current.get());
        current.set(open);
        long cpu = threadCpuNanos.getAsLong();
        long start = wallNanos.getAsLong();
        enter(sum, start);
        try {
            return work.get();
        } finally {
            long end = wallNanos.getAsLong();
            long wall = end - start;
            cpu = threadCpuNanos.getAsLong() - cpu;
            leave(sum, end, wall - open.innerWall, cpu - open.innerCpu);
            if (open.around == null) {
                current.remove();
            } else {
                open.around.innerWall += wall;
                open.around.innerCpu += cpu;
                current.set(open.around);
            }
        }
    }

    void run(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return null;
        });
    }

    Map<String, StageCost> costs() {
        Map<String, StageCost> result = new TreeMap<>();
        sums.forEach((stage, s) -> {
            synchronized (s) {
                result.put(stage, new StageCost(s.wall / 1e9, s.cpu / 1e9, s.busy / 1e9));
            }
        });
        return result;
    }

    private static void enter(Sum sum, long now) {
        synchronized (sum) {
            if (sum.running++ == 0) {
                sum.since = now;
            }
        }
    }

    private static void leave(Sum sum, long now, long wall, long cpu) {
        synchronized (sum) {
            sum.wall += wall;
            sum.cpu += cpu;
            if (--sum.running == 0) {
                sum.busy += now - sum.since;
            }
        }
    }
}
