package org.impasto.style;

import ai.onnxruntime.OrtException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** A stylizer on ONNX Runtime: pads, converts, runs, checks, crops. */
final class OnnxStylizer implements Stylizer {
    private static final int MOST_NOISE_PLANES = 4;
    // Around the frames of a video network: what it paints at the very edge of its picture is streaks, and would be carried inwards.
    static final int MARGIN = 8;

    private final Network network;
    private final Probe.Findings findings;
    private final StylizerInfo info;
    private final Consumer<String> messages;
    private final ConcurrentLinkedQueue<Slot> idle = new ConcurrentLinkedQueue<>();
    private final Map<NoiseKey, Plane> planes = new ConcurrentHashMap<>();
    private final AtomicBoolean saidFlat = new AtomicBoolean();
    /** Read: running; write: closing. Closing a session that runs is a crash of the process. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private record NoiseKey(int width, int height, long seed) {
    }

    OnnxStylizer(Network network, Probe.Findings findings, StylizerInfo info, Consumer<String> messages) {
        this.network = network;
        this.findings = findings;
        this.info = info;
        this.messages = messages;
    }

    @Override
    public StylizerInfo info() {
        return info;
    }

    @Override
    public Image stylize(Image content, Optional<Prior> prior, long noiseSeed) {
        return painted(content, prior, () -> noise(content.width(), content.height(), noiseSeed));
    }

    @Override
    public Image stylize(Image content, Optional<Prior> prior, Plane noise) {
        if (noise.width() != content.width() || noise.height() != content.height()) {
            throw new IllegalArgumentException("noise of " + noise.width() + "x" + noise.height() + " for a frame of " + content.width() + "x" + content.height());
        }
        return painted(content, prior, () -> noise);
    }

    private Image painted(Image content, Optional<Prior> prior, Supplier<Plane> noise) {
        Canvas canvas = canvas(content.width(), content.height());
        prior.ifPresent(p -> checkSize(content, p));
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the stylizer " + info.name() + " is closed");
            }
            Slot slot = take(canvas);
            try {
                fill(slot, Abstraction.of(content, info.options().abstraction()), prior, noise);
                network.run(slot);
                return checked(slot.picture(content.width(), content.height(), findings.range()));
            } finally {
                idle.add(slot);
            }
        } catch (OrtException e) {
            throw new ImpastoException.BadModel("The network " + info.name() + " failed: " + OrtMessage.of(e), e);
        } finally {
            open.readLock().unlock();
        }
    }

    private void fill(Slot slot, Image content, Optional<Prior> prior, Supplier<Plane> noise) {
        slot.content(content, findings.range());
        if (network.signature().kind() == StylizerKind.IMAGE) {
            return;
        }
        if (prior.isPresent()) {
            slot.prior(prior.get().picture(), prior.get().trust(), findings.range());
        } else {
            slot.noPrior();
        }
        if (network.signature().takesNoise()) {
            slot.noise(Strokes.of(noise.get(), content, info.options()));
        }
    }

    private Plane noise(int width, int height, long seed) {
        if (planes.size() > MOST_NOISE_PLANES) {
            planes.clear();
        }
        return planes.computeIfAbsent(new NoiseKey(width, height, seed), k -> info.carriesNoise() ? new NoisePlane(seed).of(width, height) : WhiteNoise.of(width, height, seed));
    }

    private static void checkSize(Image content, Prior p) {
        if (!p.picture().sameSize(content)
                || p.trust().width() != content.width() || p.trust().height() != content.height()) {
            throw new IllegalArgumentException("prior of " + p.picture().width() + "x" + p.picture().height()
                    + " and mask of " + p.trust().width() + "x" + p.trust().height() + " for a frame of "
                    + content.width() + "x" + content.height());
        }
    }

    private Canvas canvas(int width, int height) {
        Signature s = network.signature();
        if ((s.width() > 0 && width > s.width()) || (s.height() > 0 && height > s.height())) {
            throw new ImpastoException.BadModel("The network " + info.name() + " takes pictures of "
                    + (s.width() > 0 ? s.width() : "any width") + "x" + (s.height() > 0 ? s.height() : "any height")
                    + " only, but the frames are " + width + "x" + height
                    + ": export it with dynamic height and width");
        }
        boolean free = s.width() <= 0 && s.height() <= 0;
        int margin = free && s.kind() == StylizerKind.VIDEO ? MARGIN : 0;
        Canvas c = Canvas.around(width, height, findings.multiple(), findings.least(), margin);
        return free ? c : new Canvas(s.width() > 0 ? s.width() : c.width(), s.height() > 0 ? s.height() : c.height());
    }

    /** An idle slot of that size; those of another size, left from an earlier clip, are freed. */
    private Slot take(Canvas canvas) throws OrtException {
        Slot slot;
        while ((slot = idle.poll()) != null) {
            if (slot.canvas().equals(canvas)) {
                return slot;
            }
            slot.close();
        }
        return new Slot(network.signature(), canvas);
    }

    /** Clips to 0..1; refuses what is no picture. */
    private Image checked(Image image) {
        float[] data = image.data();
        int bad = 0;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < data.length; i++) {
            float v = data[i];
            if (!Float.isFinite(v)) {
                bad++;
            }
            // Math.max also turns -0 into 0, so that equal pictures have equal bits.
            data[i] = Math.min(1f, Math.max(0f, v));
            low = Math.min(low, data[i]);
            high = Math.max(high, data[i]);
        }
        if (bad > 0) {
            throw notFinite(info.name(), bad, data.length);
        }
        if (low == high && data.length > 3 && saidFlat.compareAndSet(false, true)) {
            messages.accept(String.format(java.util.Locale.ROOT,
                    "The network %s painted a frame in one flat value (%.3f): is it made for other pictures?",
                    info.name(), low));
        }
        return image;
    }

    static ImpastoException notFinite(String name, int bad, int all) {
        return new ImpastoException.BadModel(String.format(java.util.Locale.ROOT,
                "The network %s gives values that are not numbers (NaN or infinite): %.1f %% of its output",
                name, Math.max(0.1, 100.0 * bad / all)));
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                idle.forEach(Slot::close);
                idle.clear();
                network.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
