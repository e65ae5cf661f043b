package org.impasto.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.impasto.Digests;
import org.impasto.ImpastoException.BadInput;
import org.impasto.ImpastoException.Usage;

/** Everything that the bits of a training run depend on, by the option that sets it; a run goes on only with its own. */
final class Fingerprint {
    static final String START = "--start-from";
    private static final int SHOWN = 12;

    private Fingerprint() {
    }

    static Map<String, String> of(TrainSettings s, Optional<Path> start, List<Path> photographs, int threads, Place place, StyleNetwork net) {
        Map<String, String> f = new LinkedHashMap<>();
        MessageDigest paintings = Digests.sha256();
        for (Path painting : s.styleImages()) {
            paintings.update(HexFormat.of().parseHex(Digests.ofInput(painting)));
        }
        f.put("--style-image", Digests.hex(paintings));
        f.put("--content", content(photographs));
        f.put("--loss-network", Digests.ofInput(s.lossNetwork()));
        f.put("--preset", s.preset().toString());
        f.put("--size", String.valueOf(s.size()));
        f.put("--stroke", String.valueOf(s.stroke()));
        f.put("--style-weight", String.valueOf(s.styleWeight()));
        f.put("--content-weight", String.valueOf(s.contentWeight()));
        f.put("--colour-weight", String.valueOf(s.colourWeight()));
        f.put("--hue-turn", String.valueOf(s.hueTurn()));
        f.put("--fleck-weight", String.valueOf(s.fleckWeight()));
        f.put("--coherence-weight", String.valueOf(s.coherenceWeight()));
        f.put("--threads", String.valueOf(threads));
        f.put("network", net.shapes());
        f.put("--device", place.toString());
        f.put("precision", place.lossType().toString());
        f.put(START, s.start().mark(start));
        f.put("recipe", "rate " + s.start().first(start).rate + " remembered " + TrainSettings.REMEMBERED + " practice " + Schedule.PRACTICE + " batch " + TrainSettings.BATCH + " told " + TrainSettings.TOLD
                + " window " + TrainSettings.WINDOW + " ribbons " + FilmLoss.words() + " colours " + ColourTransport.words() + " flecks " + Flecks.words() + " grey " + Sequences.GREY);
        return f;
    }

    /** @throws Usage naming the first setting that differs */
    static void check(Map<String, String> saved, Map<String, String> now, Path file) {
        now.forEach((name, value) -> {
            String before = saved.get(name);
            if (value.equals(before)) {
                return;
            }
            if (before == null || !name.startsWith("--")) {
                throw new Usage("--resume: " + file + " was made by another version of Impasto (its " + name + " differs): train anew");
            }
            boolean files = value.length() == 64;
            throw new Usage("--resume: " + file + " was made with " + (files ? "another " + name + " (SHA-256 " + cut(before) + "..., now "
                    + cut(value) + "...)" : name + " " + before + ", now it is " + value) + ": a run goes on only with its own settings");
        });
    }

    private static String cut(String hash) {
        return hash.substring(0, Math.min(SHOWN, hash.length()));
    }

    /** Names and sizes: reading a large collection whole would take minutes. */
    private static String content(List<Path> photographs) {
        MessageDigest digest = Digests.sha256();
        for (Path file : photographs) {
            try {
                digest.update((file.getFileName() + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new BadInput("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return Digests.hex(digest);
    }
}
