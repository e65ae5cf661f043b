package org.impasto.style;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** Loads style networks. */
public final class Stylizers {
    private Stylizers() {
    }

    /**
     * Loads a network, finds out what it expects, and paints one small picture with it to see that it works.
     *
     * @param onnxFile the model; what it does not declare may stand in a JSON file of the same name beside it
     * @param device where to run it
     * @param threads threads of one run on the processor, at least 1; the pixels do not depend on it
     * @param messages takes what the user should know but what stops nothing
     * @throws org.impasto.ImpastoException.BadModel where it is no picture stylizer, with what it declares
     * @throws org.impasto.ImpastoException.DeviceUnavailable where a device was named that is not there
     */
    public static Stylizer load(Path onnxFile, DeviceChoice device, int threads, Consumer<String> messages) {
        ModelNotes notes = ModelNotes.beside(onnxFile);
        return load(onnxFile, notes, notes.options(), device, threads, messages);
    }

    /**
     * The same for a style, with its options.
     *
     * @throws org.impasto.ImpastoException.Usage where these ask for other strokes of a network that takes no noise, or none that is carried
     */
    public static Stylizer load(Style style, DeviceChoice device, int threads, Consumer<String> messages) {
        return load(style.path(), ModelNotes.beside(style.path()), style.options(), device, threads, messages);
    }

    private static Stylizer load(Path onnxFile, ModelNotes notes, StyleOptions options, DeviceChoice device, int threads, Consumer<String> messages) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + ", expected at least 1");
        }
        String sha256 = ModelFile.sha256(onnxFile, notes);
        ModelFile.checkExternalData(onnxFile);
        Devices.Opened opened = Devices.open(onnxFile, device, threads, messages);
        Stylizer ready = null;
        try {
            OrtSession session = opened.session();
            Signature signature = Signature.of(notes.name(), session.getInputInfo(), session.getOutputInfo(), notes);
            checkNoise(notes.name(), options, signature.takesNoise(), notes.carriesNoise());
            Network network = new Network(session, signature, notes.name());
            Probe.Findings findings = new Probe(network, notes).run();
            double carry = signature.kind() == StylizerKind.VIDEO ? notes.carry() : 0;
            StylizerInfo info = new StylizerInfo(notes.name(), notes.title(), signature.kind(), carry, notes.carriesNoise() && signature.takesNoise(), options,
                    opened.device(), sha256, findings.range().describe() + options.describe());
            ready = new OnnxStylizer(network, findings, info, messages);
            rehearse(ready, signature);
            return ready;
        } catch (OrtException e) {
            ready = null;
            throw ModelFile.unreadable(onnxFile, e);
        } catch (RuntimeException e) {
            ready = null;
            throw e;
        } finally {
            if (ready == null) {
                close(opened.session());
            }
        }
    }

    private static void checkNoise(String name, StyleOptions options, boolean takes, boolean carried) {
        if (options.strokes() != 1 && !takes) {
            throw new ImpastoException.Usage("the style " + name + ": its network takes no noise for strokes to grow out of, so strokes has to be 1 but is " + options.strokes());
        }
        if (!(takes && carried)) {
            carriedOnly(name, StyleOptions.Key.ALONG, options.along(), StyleOptions.NONE.along());
            carriedOnly(name, StyleOptions.Key.BROAD, options.broad(), StyleOptions.NONE.broad());
        }
    }

    private static void carriedOnly(String name, StyleOptions.Key key, int value, int none) {
        if (value != none) {
            throw new ImpastoException.Usage("the style " + name + ": its network takes no noise that is carried with things, so " + key.word() + " has to be " + none + " but is " + value);
        }
    }

    /** Paints a small picture: what cannot work fails now, before a clip is decoded. */
    private static void rehearse(Stylizer s, Signature signature) {
        int width = signature.width() > 0 ? signature.width() : 64;
        int height = signature.height() > 0 ? signature.height() : 48;
        Image picture = Probe.picture(width, height);
        s.stylize(picture, Optional.empty(), 0);
        if (signature.kind() == StylizerKind.VIDEO) {
            Plane trust = new Plane(width, height);
            java.util.Arrays.fill(trust.data(), 0.5f);
            s.stylize(picture, Optional.of(new Prior(picture, trust)), 0);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
