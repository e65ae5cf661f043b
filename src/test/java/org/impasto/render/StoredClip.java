package org.impasto.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.testing.ClipFrames;
import org.impasto.testing.TinyNetworks;

/** A clip of three shots, the first of them longer than a segment, and renders of it with a network that flickers. */
final class StoredClip {
    static final int W = 64;
    static final int H = 48;
    static final int[] SHOTS = {130, 25, 20};
    static final int FRAMES = 175;
    static final EncodeSettings LOSSLESS = codec("ffv1");
    static final EncodeSettings H264 = new EncodeSettings(Optional.of("libx264"), OptionalInt.empty(), Optional.of("veryfast"), Optional.empty(),
            Map.of(), false);

    final Path folder;
    final Path clip;
    final Path painter;
    final List<String> messages = new ArrayList<>();

    StoredClip(Path folder) {
        this(folder, TinyNetworks.videoBlendNoise(0.2f).write(folder.resolve("painter.onnx")));
        write(clip, -1);
    }

    private StoredClip(Path folder, Path painter) {
        this.folder = folder;
        this.clip = folder.resolve("clip.mkv");
        this.painter = painter;
    }

    /** What was written there before. */
    static StoredClip existing(Path folder) {
        return new StoredClip(folder, folder.resolve("painter.onnx"));
    }

    static EncodeSettings codec(String name) {
        return new EncodeSettings(Optional.of(name), OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of(), false);
    }

    /** @param spoilt number of a frame that is painted grey in a corner; none where negative */
    static void write(Path file, int spoilt) {
        VideoInfo info = new VideoInfo("ffv1", W, H, "gbrp", 8, new Rational(1, 1000), new Rational(25, 1), Rational.ONE, FRAMES, 0,
                false, new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        try (FrameSink sink = Clips.create(file, info, LOSSLESS, true, m -> { }, Optional.empty())) {
            int t = 0;
            for (int shot = 0; shot < SHOTS.length; shot++) {
                Scene scene = Scenes.random(shot + 1, W, H, SHOTS[shot]);
                for (int i = 0; i < SHOTS[shot]; i++, t++) {
                    var image = scene.frame(i).image();
                    if (t == spoilt) {
                        for (int k = 0; k < 5; k++) {
                            image.data()[k] = 0.5f;
                        }
                    }
                    sink.write(new Frame(t, 40L * t + t % 3, 40, image));
                }
            }
            sink.finish();
        }
    }

    RenderRequest request(String out, EncodeSettings encode, double strength, FrameRange frames, int jobs) {
        return new RenderRequest(clip, folder.resolve(out), Optional.of(painter.toString()), frames, Optional.empty(), Optional.empty(),
                false, strength, "cpu", 1, encode, true, Optional.empty(), Optional.empty(), new StoreSettings(Optional.empty(), true, jobs));
    }

    RenderRequest styled(RenderRequest r, String style) {
        return new RenderRequest(r.input(), r.output(), Optional.of(style), r.frames(), r.start(), r.end(), r.baseline(), r.strength(), r.device(), r.threads(), r.encode(), r.overwrite(),
                r.direction(), r.motion(), r.store());
    }

    RenderReport render(RenderRequest request) {
        return new Renderer().render(request, listener(() -> { }), new Cancellation());
    }

    RenderReport rerender(String out, FrameRange frames, double strength, boolean through) {
        return new Renderer().rerender(new RerenderRequest(folder.resolve(out), frames, Optional.empty(), Optional.empty(), Optional.of(strength),
                Optional.empty(), 12, through, 1, new StoreSettings(Optional.empty(), true, 1)), listener(() -> { }), new Cancellation());
    }

    RenderListener listener(Runnable eachFrame) {
        return new RenderListener() {
            @Override
            public void message(String sentence) {
                messages.add(sentence);
            }

            @Override
            public void frameDone(long done) {
                eachFrame.run();
            }
        };
    }

    Path store(String out) {
        return folder.resolve(out + ".impasto");
    }

    List<Frame> frames(String out) {
        return ClipFrames.of(folder.resolve(out));
    }

    List<Path> storeFiles(String out) throws IOException {
        try (Stream<Path> files = Files.list(store(out))) {
            return files.filter(f -> !f.getFileName().toString().equals("lock")).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path f : files.toList()) {
                    Files.delete(f);
                }
            }
            Files.delete(folder);
        }
    }
}
