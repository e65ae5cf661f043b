package org.impasto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.direction.FirstDraft;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.Damage;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.VideoInfo;
import org.impasto.shots.ShotDetector;

/** {@code impasto probe}: what a clip is, and where its shots begin. Decodes all of it. */
final class ProbeCommand implements Command {
    private static final Option INPUT = Option.builder("i").longOpt("input").hasArg().argName("IN").desc("the clip").required().get();
    private static final Option JSON = Option.builder().longOpt("json").desc("as JSON").get();

    private static final Option DIRECTION = Option.builder().longOpt("direction").hasArg().argName("FILE.yaml")
            .desc("write a first direction file with the shots, to be edited").get();
    private static final Option YES = Option.builder("y").desc("replace an existing direction file").get();

    /** A shot: the numbers of its first and last frame, and the time of its first in seconds. */
    private record Shot(int number, long firstFrame, long lastFrame, double seconds) {
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String summary() {
        return "Shows what a clip is and where its shots begin.";
    }

    @Override
    public String usage() {
        return "impasto probe -i IN [--json] [--direction FILE.yaml [-y]]";
    }

    @Override
    public Options options() {
        return new Options().addOption((Option) INPUT.clone()).addOption((Option) JSON.clone())
                .addOption((Option) DIRECTION.clone()).addOption((Option) YES.clone());
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        Path input = Values.path(line, INPUT).orElseThrow();
        Optional<Path> direction = Values.path(line, DIRECTION);
        direction.ifPresent(file -> check(file, input, line.hasOption(YES)));
        List<Integer> firsts = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        ClipInfo clip;
        Damage damage;
        try (FrameSource source = Clips.open(input, Runtime.getRuntime().availableProcessors())) {
            clip = source.info();
            ShotDetector detector = new ShotDetector();
            int decided = 0;
            for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
                times.add(next.get().pts() * clip.video().timeBase().toDouble());
                decided = take(detector.add(next.get().image()), firsts, decided);
            }
            take(detector.end(), firsts, decided);
            damage = source.damage();
        }
        List<Shot> shots = shots(firsts, times);
        if (line.hasOption(JSON)) {
            json(clip, times.size(), damage, shots, out);
        } else {
            table(clip, times.size(), damage, shots, out);
        }
        direction.ifPresent(file -> write(file, input, shots, times, err));
        return 0;
    }

    private static int take(List<Boolean> verdicts, List<Integer> firsts, int decided) {
        int frame = decided;
        for (boolean begins : verdicts) {
            if (begins) {
                firsts.add(frame);
            }
            frame++;
        }
        return frame;
    }

    private static List<Shot> shots(List<Integer> firsts, List<Double> times) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            int last = i + 1 < firsts.size() ? firsts.get(i + 1) - 1 : times.size() - 1;
            shots.add(new Shot(i, firsts.get(i), last, times.get(firsts.get(i))));
        }
        return shots;
    }

    private static void check(Path file, Path input, boolean overwrite) {
        DataFile.check("--direction", file);
        DataFile.apart("--direction", file, input);
        if (!overwrite && Files.exists(file)) {
            throw new ImpastoException.OutputFailed("--direction: " + file + " exists already: give -y to replace it");
        }
    }

    private static void write(Path file, Path input, List<Shot> shots, List<Double> times, PrintStream err) {
        String text = FirstDraft.of(String.valueOf(input.getFileName()), shots.stream().map(s -> new FirstDraft.Shot(s.firstFrame(),
                s.lastFrame(), s.seconds(), times.get((int) s.lastFrame()))).toList());
        DataFile.write("--direction", file, text.getBytes(StandardCharsets.UTF_8));
        err.println("The direction is in " + file + ": edit it, then render with --direction " + file);
    }

    private static void json(ClipInfo clip, int frames, Damage damage, List<Shot> shots, PrintStream out) {
        ObjectMapper mapper = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode tree = mapper.createObjectNode();
        tree.put("schema", StatsFile.SCHEMA);
        tree.setAll((ObjectNode) mapper.valueToTree(clip));
        tree.put("decodedFrames", frames);
        ArrayNode damages = tree.putArray("damage");
        damage.sentences().forEach(damages::add);
        ArrayNode list = tree.putArray("shots");
        shots.forEach(s -> list.addPOJO(s));
        try {
            out.println(mapper.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void table(ClipInfo clip, int frames, Damage damage, List<Shot> shots, PrintStream out) {
        VideoInfo v = clip.video();
        out.printf(Locale.ROOT, "file       %s (%s, %.3f s)%n", clip.path(), clip.container(), clip.durationSeconds());
        out.printf(Locale.ROOT, "video      %s %dx%d %s, %d bit, pixels %s, rotation %d%s%n", v.codec(), v.width(), v.height(),
                v.pixelFormat(), v.bitDepth(), v.sampleAspect(), v.rotation(), v.interlaced() ? ", interlaced" : "");
        out.printf(Locale.ROOT, "colour     matrix %s, primaries %s, transfer %s, range %s%n", v.color().matrix(),
                v.color().primaries(), v.color().transfer(), v.color().range());
        out.printf(Locale.ROOT, "frames     %d decoded, %s fps (%.3f), time base %s%n", frames, v.frameRate(),
                v.frameRate().toDouble(), v.timeBase());
        damage.sentences().forEach(s -> out.println("damage     " + s));
        clip.otherStreams().forEach(s -> out.println("stream     " + s));
        if (clip.chapters() > 0) {
            out.println("chapters   " + clip.chapters());
        }
        shots.forEach(s -> out.printf(Locale.ROOT, "%-11sframes %d-%d, from %.3f s%n", "shot " + s.number(), s.firstFrame(),
                s.lastFrame(), s.seconds()));
    }
}
