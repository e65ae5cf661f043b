package org.impasto.render;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.impasto.media.Clips;

/** What the process costs, and what it is made of. */
final class Machine {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Counted up whenever the same input comes to give other pixels. */
    private static final int PAINTING = 21;

    private Machine() {
    }

    /** Processor time of all threads since the start of the process. */
    static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime() / 1e9 : 0;
    }

    /** Largest resident memory of the process so far; 0 where the system does not say (only Linux does). */
    static long peakMemoryBytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Everything of the program that decides a pixel or a packet. */
    static String engine() {
        Map<String, String> versions = versions();
        versions.remove("java");
        return "painting " + PAINTING + " " + versions;
    }

    /** Kind of a device: without its number and the number of threads, which decide no pixel. */
    static String kind(String device) {
        return device.replaceAll(" \\([0-9]+ threads?\\)", "").replaceAll(":[0-9]+", "");
    }

    static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(Clips.versions());
        versions.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        String own = Machine.class.getPackage().getImplementationVersion();
        versions.put("impasto", own == null ? "unpackaged" : own);
        return versions;
    }
}
