package org.impasto.media;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;

/** Opens clips for reading and writing. */
public final class Clips {
    private Clips() {
    }

    /** @throws org.impasto.ImpastoException.BadInput where the file is missing, no video, or too damaged to tell */
    public static ClipInfo probe(Path input) {
        try (Demuxer demuxer = new Demuxer(input)) {
            return demuxer.info;
        }
    }

    /**
     * The frames of a clip.
     *
     * @param threads of the decoder; they do not change a bit of what is decoded
     * @throws org.impasto.ImpastoException.BadInput where the file cannot be opened or its codec is unknown
     */
    public static FrameSource open(Path input, int threads) {
        return new Decoder(input, threads);
    }

    /**
     * A clip that takes the place of another: it gets the source's sound, tags, time base and colours.
     *
     * @param messages told what of the source cannot be kept
     * @throws org.impasto.ImpastoException.OutputFailed where nothing may or can be written at the output
     * @throws org.impasto.ImpastoException.Usage where the settings ask for what the encoder or the file cannot do
     */
    public static FrameSink create(Path output, Path source, EncodeSettings settings, boolean overwrite,
            Consumer<String> messages) {
        long origin;
        VideoInfo video;
        try (FrameSource frames = open(source, 1)) {
            video = frames.info().video();
            origin = frames.next().map(Frame::pts).orElse(0L);
        }
        return new ClipSink(output, video, origin, Optional.of(source), Optional.empty(), settings, overwrite, messages);
    }

    /** A clip of its own, its first frame at timestamp 0; for clips that we make ourselves. */
    public static FrameSink create(Path output, VideoInfo video, EncodeSettings settings, boolean overwrite,
            Consumer<String> messages, Optional<Audio> audio) {
        return new ClipSink(output, video, 0, Optional.empty(), audio, settings, overwrite, messages);
    }

    /** Versions and licence of FFmpeg's libraries. */
    public static Map<String, String> versions() {
        Av.load();
        return Map.of("avcodec", number(avcodec.avcodec_version()), "avformat", number(avformat.avformat_version()),
                "ffmpeg licence", Av.text(avcodec.avcodec_license()));
    }

    private static String number(int version) {
        return (version >> 16) + "." + (version >> 8 & 255) + "." + (version & 255);
    }
}
