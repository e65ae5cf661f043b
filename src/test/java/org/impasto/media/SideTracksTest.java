package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.impasto.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the picture, from one container to another. */
class SideTracksTest {
    private static final Rational MILLIS = new Rational(1, 1000);
    private static final int FRAMES = 50;

    /** A line of subtitles: when, in milliseconds, and what. */
    private record Line(long begin, long length, String text) {
    }

    private static final List<Line> LINES = List.of(new Line(400, 600, "Hello <i>there</i>"), new Line(1200, 400, "Grüße\nzwei"));

    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private Path source;

    /** Two seconds of picture, turned and with oblong pixels, and two lines of subtitles. */
    @BeforeEach
    void make() {
        Path silent = folder.resolve("silent.mkv");
        VideoInfo info = new VideoInfo("", 64, 48, "yuv420p", 8, MILLIS, new Rational(25, 1), new Rational(4, 3), 0, 90, false,
                new ColorInfo("bt709", "bt709", "bt709", "tv"));
        try (FrameSink sink = Clips.create(silent, info, EncodeSettings.DEFAULTS, true, m -> { }, Optional.empty())) {
            for (int t = 0; t < FRAMES; t++) {
                sink.write(new Frame(t, 40L * t, 40, new Image(64, 48)));
            }
            sink.finish();
        }
        source = folder.resolve("source.mkv");
        AVPacket packet = av_packet_alloc();
        AVCodecParameters text = avcodec_parameters_alloc();
        text.codec_type(AVMEDIA_TYPE_SUBTITLE).codec_id(AV_CODEC_ID_SUBRIP);
        try (Demuxer in = Demuxer.open(silent); Muxer out = new Muxer(Muxer.container(source), source, source)) {
            AVStream video = out.add(in.video().codecpar(), in.timeBase());
            video.avg_frame_rate(in.video().avg_frame_rate()).sample_aspect_ratio(in.video().sample_aspect_ratio());
            AVStream subtitles = out.add(text, MILLIS);
            out.writeHeader(in.timeBase());
            LINES.forEach(line -> write(line, out, subtitles));
            while (in.read(packet) >= 0) {
                out.write(packet, video);
            }
            out.finish();
        } finally {
            av_packet_free(packet);
            avcodec_parameters_free(text);
        }
    }

    private static void write(Line line, Muxer out, AVStream to) {
        byte[] bytes = line.text.getBytes(StandardCharsets.UTF_8);
        AVPacket p = av_packet_alloc();
        av_new_packet(p, bytes.length);
        p.data().put(bytes, 0, bytes.length);
        p.pts(line.begin).dts(line.begin).duration(line.length);
        out.write(p, to);
        av_packet_free(p);
    }

    private Path render(Path from, String name, long first, long last) {
        Path to = folder.resolve(name);
        try (FrameSource in = Clips.open(from, 1);
                FrameSink out = Clips.create(to, from, EncodeSettings.DEFAULTS, true, said::add)) {
            for (Optional<Frame> f = in.next(); f.isPresent(); f = in.next()) {
                if (f.get().index() >= first && f.get().index() <= last) {
                    out.write(f.get());
                }
            }
            out.finish();
        }
        return to;
    }

    /** The lines of a Matroska file, whose subtitles are plain text. */
    private static List<Line> lines(Path file) {
        List<Line> lines = new ArrayList<>();
        AVPacket p = av_packet_alloc();
        try (Demuxer in = Demuxer.open(file)) {
            while (in.read(p) >= 0) {
                AVStream s = in.context().streams(p.stream_index());
                if (s.codecpar().codec_type() == AVMEDIA_TYPE_SUBTITLE) {
                    byte[] bytes = new byte[p.size()];
                    p.data().get(bytes);
                    Rational base = Av.timeBase(s.time_base());
                    lines.add(new Line(Av.rescale(p.pts(), base, MILLIS), Av.rescale(p.duration(), base, MILLIS),
                            new String(bytes, StandardCharsets.UTF_8).replace("\r", "").strip()));
                }
                av_packet_unref(p);
            }
        } finally {
            av_packet_free(p);
        }
        return lines;
    }

    @Test
    void subtitlesThatTheContainerHoldsAreCopied() {
        assertEquals(LINES, lines(render(source, "copy.mkv", 0, FRAMES)));
        assertEquals(List.of(), said);
    }

    @ParameterizedTest
    @CsvSource({"there.mp4, mov_text", "there.mov, mov_text", "there.webm, webvtt"})
    void textSurvivesAContainerThatHoldsAnotherFormat(String name, String format) {
        Path there = render(source, name, 0, FRAMES);
        assertTrue(Clips.probe(there).otherStreams().toString().contains(format));
        assertTrue(said.stream().anyMatch(m -> m.contains("subrip") && m.contains(format)), said.toString());
        assertEquals(LINES, lines(render(there, "back.mkv", 0, FRAMES)));
    }

    @Test
    void subtitlesMoveWithTheRange() {
        Path part = render(source, "part.mp4", 25, FRAMES);
        assertEquals(List.of(new Line(200, 400, "Grüße\nzwei")), lines(render(part, "back.mkv", 0, FRAMES)));
    }

    @Test
    void rotationPixelShapeAndColourTagsAreKept() {
        // Rotation is not in the packets that make() copies: the first file has it.
        VideoInfo before = Clips.probe(folder.resolve("silent.mkv")).video();
        assertEquals(90, before.rotation());
        for (String name : List.of("kept.mp4", "kept.mkv", "kept.mov")) {
            VideoInfo after = Clips.probe(render(folder.resolve("silent.mkv"), name, 0, FRAMES)).video();
            assertEquals(90, after.rotation(), name);
            assertEquals(new Rational(4, 3), after.sampleAspect(), name);
            assertEquals(before.color(), after.color(), name);
        }
    }
}
