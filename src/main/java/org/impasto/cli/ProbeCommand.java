package org.impasto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
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

    /** A shot's first frame: its number and its time in seconds. */
    private record Shot(long firstFrame, double seconds) {
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
        return "impasto probe -i IN [--json]";
    }

    @Override
    public Options options() {
        return new Options().addOption((Option) INPUT.clone()).addOption((Option) JSON.clone());
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        Path input = Values.path(line, INPUT).orElseThrow();
        List<Shot> shots = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        ClipInfo clip;
        Damage damage;
        try (FrameSource source = Clips.open(input, Runtime.getRuntime().availableProcessors())) {
            clip = source.info();
            ShotDetector detector = new ShotDetector();
            int decided = 0;
            for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
                times.add(next.get().pts() * clip.video().timeBase().toDouble());
                decided = take(detector.add(next.get().image()), shots, times, decided);
            }
            take(detector.end(), shots, times, decided);
            damage = source.damage();
        }
        if (line.hasOption(JSON)) {
            json(clip, times.size(), damage, shots, out);
        } else {
            table(clip, times.size(), damage, shots, out);
        }
        return 0;
    }

    private static int take(List<Boolean> verdicts, List<Shot> shots, List<Double> times, int decided) {
        int frame = decided;
        for (boolean begins : verdicts) {
            if (begins) {
                shots.add(new Shot(frame, times.get(frame)));
            }
            frame++;
        }
        return frame;
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
        shots.forEach(s -> out.printf(Locale.ROOT, "shot       from frame %d, %.3f s%n", s.firstFrame(), s.seconds()));
    }
}
