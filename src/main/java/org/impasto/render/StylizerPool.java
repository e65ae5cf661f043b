package org.impasto.render;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/** The networks of a render, each loaded when it is first asked for. Thread-safe. */
final class StylizerPool implements AutoCloseable {
    private final Gallery gallery = Gallery.locate();
    private final DeviceChoice device;
    private final int threads;
    private final Consumer<String> messages;
    private final Map<String, Stylizer> loaded = new HashMap<>();

    StylizerPool(String device, int threads, Consumer<String> messages) {
        this.device = DeviceChoice.parse(device);
        this.threads = threads;
        this.messages = messages;
    }

    /** @param style as {@link org.impasto.style.StyleChoice} reads it */
    synchronized Stylizer get(String style) {
        return loaded.computeIfAbsent(style, s -> Stylizers.load(gallery.find(s), device, threads, messages));
    }

    /** What stands for a style: its network's hash, and its options. */
    String hash(String style) {
        return get(style).info().identity();
    }

    /** Whether films follow any of these styles' networks ({@link org.impasto.coherence.CoherenceRule#follow}). */
    boolean follows(Collection<String> styles) {
        return styles.stream().anyMatch(style -> get(style).info().carriesNoise());
    }

    @Override
    public synchronized void close() {
        loaded.values().forEach(Stylizer::close);
        loaded.clear();
    }
}
