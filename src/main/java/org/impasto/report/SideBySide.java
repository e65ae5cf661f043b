package org.impasto.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.impasto.flow.Lettering;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.media.Clips;
import org.impasto.media.EncodeSettings;
import org.impasto.media.FrameSink;
import org.impasto.media.FrameSource;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.impasto.render.Painted;

/**
 * A clip with source, reference and coherent render beside each other, labelled, with the source's sound; also what the page plays: three
 * pictures in one film cannot run apart.
 */
final class SideBySide implements AutoCloseable {
    /** Wider pictures are shown smaller, so that three of them are no wider than decoders take. */
    private static final int WIDEST = 1280;
    private static final int GAP = 4;
    private static final float STRIP = 0.09f;
    private static final float INK = 0.92f;
    /** A key frame every half second or so: the page steps and seeks. */
    private static final Map<String, String> STEPPABLE = Map.of("g", "12", "bf", "0");

    private final Layout layout;
    private final Image ground;
    private final FrameSink sink;
    private final int rotation;
    private final Path folder;

    SideBySide(Path folder, Path source, List<String> labels) {
        this.folder = folder;
        VideoInfo video = Clips.probe(source).video();
        rotation = video.rotation();
        boolean lies = rotation % 180 != 0;
        int wide = lies ? video.height() : video.width();
        int high = lies ? video.width() : video.height();
        int smaller = Math.max(1, (wide + WIDEST - 1) / WIDEST);
        int width = Math.max(1, wide / smaller);
        int height = Math.max(1, high / smaller);
        int strip = Math.max(16, height / 15 / 2 * 2);
        int column = width + width % 2 + GAP;
        boolean h264 = Clips.hasEncoder("libx264");
        Rational sample = lies ? new Rational(video.sampleAspect().den(), Math.max(1, video.sampleAspect().num())) : video.sampleAspect();
        layout = new Layout(h264 ? "side-by-side.mp4" : "side-by-side.webm", labels, List.of(0, column, 2 * column), strip, width, height, smaller,
                sample.toDouble() * width / height, 0);
        ground = new Image(3 * column - GAP, strip + height + (strip + height) % 2);
        Arrays.fill(ground.data(), STRIP);
        for (int i = 0; i < 3; i++) {
            letter(labels.get(i), layout.left().get(i), width, strip);
        }
        EncodeSettings encode = h264
                ? new EncodeSettings(Optional.of("libx264"), OptionalInt.of(18), Optional.of("superfast"), Optional.of("yuv420p"), STEPPABLE, false)
                : new EncodeSettings(Optional.of("libvpx-vp9"), OptionalInt.of(24), Optional.empty(), Optional.of("yuv420p"),
                        Map.of("g", "12", "deadline", "realtime", "cpu-used", "7"), false);
        VideoInfo info = new VideoInfo("", ground.width(), ground.height(), video.pixelFormat(), 8, video.timeBase(), video.frameRate(), sample,
                video.frames(), 0, false, video.color());
        sink = Clips.create(folder.resolve(layout.file()), source, info, encode, true, m -> { });
    }

    private void letter(String label, int left, int width, int height) {
        Plane ink = Lettering.strip(label, width, height);
        for (int i = 0; i < ink.data().length; i++) {
            for (int c = 0; c < 3; c++) {
                ground.data()[(c * ground.height() + i / width) * ground.width() + left + i % width] = STRIP + (INK - STRIP) * ink.data()[i];
            }
        }
    }

    void add(Painted p) {
        Image all = new Image(ground.width(), ground.height(), ground.data().clone());
        Image[] pictures = {p.source().image(), p.reference(), p.coherent()};
        for (int i = 0; i < 3; i++) {
            Panel.put(Panel.smaller(Panel.turned(pictures[i], rotation), layout.smaller()), all, layout.left().get(i), layout.top());
        }
        sink.write(p.source().with(all));
    }

    /** Completes the clip, and says where in it the pictures lie, and when the first one is shown. */
    Layout finish() {
        sink.finish();
        Path file = folder.resolve(layout.file());
        try (FrameSource clip = Clips.open(file, 1)) {
            return layout.from(clip.next().orElseThrow().pts() * clip.info().video().timeBase().toDouble());
        }
    }

    @Override
    public void close() {
        sink.close();
    }
}
