package org.impasto.media;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;

/** The way into this package: describes, opens and creates clips. */
public final class Clips {
    private Clips() {
    }

    /** @throws org.impasto.ImpastoException.BadInput where the file is no clip */
    public static ClipInfo probe(Path input) {
        try (Demuxer demuxer = Demuxer.open(input)) {
            return Probe.describe(input, demuxer);
        }
    }

    /**
     * Opens a clip to read its frames; the caller closes it.
     *
     * @param threads decoding threads; any number gives the same pixels
     * @throws org.impasto.ImpastoException.BadInput where the file is no clip or cannot be rendered
     */
    public static FrameSource open(Path input, int threads) {
        return new VideoDecoder(input, threads);
    }

    /**
     * Starts an output clip that takes everything but the picture from a source: sound, subtitles, chapters, titles,
     * colour tags, aspect ratio, rotation. The caller closes it.
     *
     * @param messages is told, one sentence each, what cannot be carried over as it is
     * @throws org.impasto.ImpastoException.OutputFailed where the output exists, is the source, or cannot be written
     * @throws org.impasto.ImpastoException.Usage where the settings ask for what the encoder does not have
     */
    public static FrameSink create(Path output, Path source, EncodeSettings settings, boolean overwrite,
            Consumer<String> messages) {
        return new ClipWriter(output, Optional.of(source), Optional.empty(), Optional.empty(), settings, overwrite,
                Optional.empty(), messages);
    }

    /** The same with pictures of another size or shape than the source's: all that is said of them is {@code video}. The caller closes it. */
    public static FrameSink create(Path output, Path source, VideoInfo video, EncodeSettings settings, boolean overwrite,
            Consumer<String> messages) {
        return new ClipWriter(output, Optional.of(source), Optional.of(video), Optional.empty(), settings, overwrite, Optional.empty(), messages);
    }

    /**
     * Creates an output clip only to find what is wrong with it or its encoder, and takes it away again. What it makes beside the output
     * has a fixed name: one that a killed process left goes with the next rehearsal. Only where nobody else can be writing the same output.
     *
     * @return the encoder that would be used
     * @throws org.impasto.ImpastoException.OutputFailed where the output exists, is the source, or cannot be written
     * @throws org.impasto.ImpastoException.Usage where the settings ask for what the encoder does not have
     */
    public static String rehearse(Path output, Path source, EncodeSettings settings, boolean overwrite, Consumer<String> messages) {
        try (ClipWriter writer = new ClipWriter(output, Optional.of(source), Optional.empty(), Optional.empty(), settings, overwrite,
                Optional.of("rehearsal"), messages)) {
            return writer.encoder();
        }
    }

    /** Whether this build has an encoder of FFmpeg's. */
    public static boolean hasEncoder(String name) {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(name);
        return codec != null && !codec.isNull();
    }

    /** Starts an output clip that has no source, with a sound track of our own or none. The caller closes it. */
    public static FrameSink create(Path output, VideoInfo video, EncodeSettings settings, boolean overwrite,
            Consumer<String> messages, Optional<Audio> audio) {
        return new ClipWriter(output, Optional.empty(), Optional.of(video), audio, settings, overwrite, Optional.empty(), messages);
    }

    /**
     * Starts the file of one segment of an output clip, written at {@code file} itself. The caller closes it.
     *
     * @param output the clip that it is to be a part of
     */
    public static SegmentSink segment(Path file, Path source, Path output, EncodeSettings settings) {
        return new SegmentWriter(file, source, output, settings, m -> { });
    }

    /**
     * Makes an output clip of finished segments: their packets as they are, and everything else from the source. Nobody else may be
     * writing the same output.
     *
     * @param parts in order
     * @throws org.impasto.ImpastoException.OutputFailed as {@link #create}, and where a segment cannot be read
     */
    public static void assemble(Path output, Path source, EncodeSettings settings, boolean overwrite, List<SegmentPart> parts,
            Consumer<String> messages) {
        try (ClipWriter writer = new ClipWriter(output, Optional.of(source), Optional.empty(), Optional.empty(), settings, overwrite,
                Optional.of("impasto"), messages)) {
            writer.append(parts);
            writer.finish();
        }
    }

    /**
     * Opens a clip to read its frames from a later one on; the caller closes it.
     *
     * @param index number of the first frame to return
     * @param pts its presentation time
     */
    public static FrameSource openAt(Path input, int threads, long index, long pts) {
        return new VideoDecoder(input, threads, index, pts);
    }

    /** FFmpeg's libraries: versions and licence, by name. */
    public static Map<String, String> versions() {
        Av.init();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("libavcodec", version(avcodec.avcodec_version()));
        versions.put("libavformat", version(avformat.avformat_version()));
        versions.put("libswscale", version(swscale.swscale_version()));
        versions.put("ffmpeg licence", Av.name(avcodec.avcodec_license()));
        return versions;
    }

    private static String version(int packed) {
        return (packed >> 16) + "." + (packed >> 8 & 0xff) + "." + (packed & 0xff);
    }
}
