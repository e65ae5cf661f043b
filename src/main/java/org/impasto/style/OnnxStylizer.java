package org.impasto.style;

import ai.onnxruntime.OrtException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Slots slots;
    private final Underpainting underpainting;
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
        slots = new Slots(network.signature());
        underpainting = new Underpainting(info.options(), (small, strokes) -> run(small, Optional.empty(), strokes));
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
        prior.ifPresent(p -> checkSize(content, p));
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the stylizer " + info.name() + " is closed");
            }
            slots.madeFor(canvas(content.width(), content.height()));
            Plane grown = network.signature().takesNoise() ? noise.get() : null;
            Image scene = underpainting.of(content, grown);
            Image picture = run(scene, prior, grown == null ? null : Strokes.of(grown, scene, info.options()));
            sayFlat(picture);
            return picture;
        } finally {
            open.readLock().unlock();
        }
    }

    private Image run(Image scene, Optional<Prior> prior, Plane noise) {
        try {
            Slot slot = slots.take(canvas(scene.width(), scene.height()));
            try {
                slot.content(scene, findings.range());
                prior.ifPresentOrElse(p -> slot.prior(p.picture(), p.trust(), findings.range()), slot::noPrior);
                slot.noise(noise);
                network.run(slot);
                return checked(slot.picture(scene.width(), scene.height(), findings.range()));
            } finally {
                slots.give(slot);
            }
        } catch (OrtException e) {
            throw new ImpastoException.BadModel("The network " + info.name() + " failed: " + OrtMessage.of(e), e);
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

    /** Clips to 0..1; refuses what is no picture. */
    private Image checked(Image image) {
        float[] data = image.data();
        int bad = 0;
        for (int i = 0; i < data.length; i++) {
            float v = data[i];
            if (!Float.isFinite(v)) {
                bad++;
            }
            // Math.max also turns -0 into 0, so that equal pictures have equal bits.
            data[i] = Math.min(1f, Math.max(0f, v));
        }
        if (bad > 0) {
            throw notFinite(info.name(), bad, data.length);
        }
        return image;
    }

    private void sayFlat(Image image) {
        float[] data = image.data();
        int i = 1;
        while (i < data.length && data[i] == data[0]) {
            i++;
        }
        if (i == data.length && i > 3 && saidFlat.compareAndSet(false, true)) {
            messages.accept(String.format(Locale.ROOT, "The network %s painted a frame in one flat value (%.3f): is it made for other pictures?", info.name(), data[0]));
        }
    }

    static ImpastoException notFinite(String name, int bad, int all) {
        return new ImpastoException.BadModel(String.format(Locale.ROOT,
                "The network %s gives values that are not numbers (NaN or infinite): %.1f %% of its output",
                name, Math.max(0.1, 100.0 * bad / all)));
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                slots.close();
                network.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
