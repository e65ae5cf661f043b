package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.ImpastoException;

/** Decodes the video stream of a file. Owns the demuxer, the codec and the frames it works with. */
final class Decoder implements FrameSource {
    private final Path path;
    private final Demuxer demuxer;
    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame decoded = av_frame_alloc();
    private final PixelConverter converter = new PixelConverter();
    private final boolean deep;
    private AVFrame rgb;
    private long index;
    private long lastPts = AV_NOPTS_VALUE;
    private long damaged;
    private boolean draining;
    private boolean ended;

    Decoder(Path path, int threads) {
        this.path = path;
        demuxer = new Demuxer(path);
        AVCodec decoder = avcodec_find_decoder(demuxer.video.codecpar().codec_id());
        if (decoder == null) {
            demuxer.close();
            throw new ImpastoException.BadInput(path + " holds video of the codec " + demuxer.info.video().codec()
                    + ", which this build cannot decode");
        }
        codec = avcodec_alloc_context3(decoder);
        avcodec_parameters_to_context(codec, demuxer.video.codecpar());
        codec.pkt_timebase(demuxer.video.time_base());
        codec.thread_count(threads);
        int code = avcodec_open2(codec, decoder, (AVDictionary) null);
        deep = demuxer.info.video().bitDepth() > 8;
        if (code < 0) {
            close();
            throw new ImpastoException.BadInput(path + " cannot be decoded: " + Av.error(code));
        }
    }

    @Override
    public ClipInfo info() {
        return demuxer.info;
    }

    @Override
    public long damagedPackets() {
        return damaged;
    }

    @Override
    public Optional<Frame> next() {
        while (!ended) {
            int code = avcodec_receive_frame(codec, decoded);
            if (code == 0) {
                Frame frame = convert();
                av_frame_unref(decoded);
                return Optional.of(frame);
            }
            if (code == AVERROR_EOF || draining && code != AVERROR_EAGAIN() && code < 0 && damaged++ > 1000) {
                ended = true;
            } else if (code == AVERROR_EAGAIN()) {
                feed();
            } else if (code < 0) {
                damaged++;
            }
        }
        if (index == 0) {
            throw new ImpastoException.BadInput(path + " holds no frame that can be decoded" + (damaged > 0
                    ? ": " + damaged + " packets are damaged" : ""));
        }
        return Optional.empty();
    }

    /** Hands the decoder its next packet, or the end. */
    private void feed() {
        while (true) {
            int code = av_read_frame(demuxer.context, packet);
            if (code < 0) {
                if (code != AVERROR_EOF) {
                    damaged++;
                }
                avcodec_send_packet(codec, null);
                draining = true;
                return;
            }
            boolean ours = packet.stream_index() == demuxer.video.index();
            int sent = ours ? avcodec_send_packet(codec, packet) : 0;
            av_packet_unref(packet);
            if (ours) {
                damaged += sent < 0 ? 1 : 0;
                return;
            }
        }
    }

    private Frame convert() {
        VideoInfo v = demuxer.info.video();
        if (decoded.width() != v.width() || decoded.height() != v.height()) {
            throw new ImpastoException.BadInput(path + " changes its picture size from " + v.width() + "x" + v.height() + " to "
                    + decoded.width() + "x" + decoded.height() + " at frame " + index + ": split it there");
        }
        if (rgb == null) {
            rgb = av_frame_alloc();
            rgb.width(v.width()).height(v.height()).format(deep ? AV_PIX_FMT_GBRP16LE : AV_PIX_FMT_GBRP);
            if (av_frame_get_buffer(rgb, 0) < 0) {
                throw new OutOfMemoryError("a frame of " + v.width() + "x" + v.height());
            }
        }
        boolean full = decoded.color_range() == AVCOL_RANGE_JPEG || ColorTags.isFullFormat(decoded.format());
        converter.convert(decoded, rgb, ColorTags.matrix(decoded.colorspace(), v.height()), full);
        long pts = decoded.best_effort_timestamp();
        if (pts == AV_NOPTS_VALUE) {
            pts = lastPts == AV_NOPTS_VALUE ? 0 : lastPts + Math.max(1, decoded.duration());
        }
        lastPts = pts;
        return new Frame(index++, pts, Math.max(0, decoded.duration()), Pixels.read(rgb, deep));
    }

    @Override
    public void close() {
        converter.close();
        if (rgb != null) {
            av_frame_free(rgb);
        }
        av_frame_free(decoded);
        av_packet_free(packet);
        avcodec_free_context(codec);
        demuxer.close();
    }
}
