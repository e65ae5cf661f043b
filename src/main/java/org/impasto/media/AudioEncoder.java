package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.impasto.ImpastoException.OutputFailed;

/** Compresses sound: any sample format in, packets out, in units of 1 / {@link #sampleRate()} s. */
final class AudioEncoder implements AutoCloseable {
    private final AVCodecContext context;
    private final SwrContext resampler = new SwrContext(null);
    private final AVAudioFifo fifo;
    private final AVPacket packet = av_packet_alloc();
    private final int inputRate;
    private long next = Av.NO_TIME;

    AudioEncoder(String encoder, AVChannelLayout layout, int format, int rate, boolean globalHeader) {
        AVCodec codec = avcodec_find_encoder_by_name(encoder);
        if (codec == null || codec.isNull()) {
            throw new OutputFailed("this build has no audio encoder " + encoder);
        }
        inputRate = rate;
        context = avcodec_alloc_context3(codec);
        int channels = layout.nb_channels();
        av_channel_layout_default(context.ch_layout(), channels);
        context.sample_rate(encoder.equals("libopus") ? 48000 : rate);
        context.sample_fmt(encoder.equals("libopus") ? AV_SAMPLE_FMT_FLT : AV_SAMPLE_FMT_FLTP);
        context.bit_rate(96_000L * channels);
        context.time_base(av_make_q(1, context.sample_rate()));
        context.thread_count(1);
        if (globalHeader) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        int rc = avcodec_open2(context, codec, (AVDictionary) null);
        if (rc >= 0) {
            rc = swr_alloc_set_opts2(resampler, context.ch_layout(), context.sample_fmt(), context.sample_rate(),
                    layout, format, rate, 0, null);
        }
        if (rc >= 0) {
            rc = swr_init(resampler);
        }
        fifo = av_audio_fifo_alloc(context.sample_fmt(), channels, 4096);
        if (rc < 0) {
            close();
            throw new OutputFailed("the audio cannot be encoded with " + encoder + ": " + Av.error(rc));
        }
    }

    AVCodecContext context() {
        return context;
    }

    int sampleRate() {
        return context.sample_rate();
    }

    /** Encodes samples; {@code time} is the first sample's, in units of 1/sampleRate, used where sound begins. */
    void encode(AVFrame input, long time, Consumer<AVPacket> out) {
        if (next == Av.NO_TIME) {
            next = time == Av.NO_TIME ? 0 : time;
        }
        resample(input);
        drain(Math.max(1, context.frame_size() > 0 ? context.frame_size() : 1024), out);
    }

    void flush(Consumer<AVPacket> out) {
        if (next != Av.NO_TIME) {
            if (inputRate != context.sample_rate()) {
                resample(null);
            }
            drain(Math.max(1, context.frame_size() > 0 ? context.frame_size() : 1024), out);
            int rest = av_audio_fifo_size(fifo);
            if (rest > 0) {
                drain(rest, out);
            }
        }
        send(null, out);
    }

    private void resample(AVFrame input) {
        int room = (int) Math.min(1 << 20, (input == null ? 0 : input.nb_samples()) * (long) context.sample_rate()
                / inputRate + 4096);
        AVFrame converted = newFrame(room);
        try {
            int got = swr_convert(resampler, converted.extended_data(), room,
                    input == null ? null : input.extended_data(), input == null ? 0 : input.nb_samples());
            if (got > 0) {
                av_audio_fifo_write(fifo, converted.extended_data(), got);
            }
        } finally {
            av_frame_free(converted);
        }
    }

    private void drain(int size, Consumer<AVPacket> out) {
        while (av_audio_fifo_size(fifo) >= size) {
            AVFrame frame = newFrame(size);
            try {
                av_audio_fifo_read(fifo, frame.extended_data(), size);
                frame.pts(next);
                next += size;
                send(frame, out);
            } finally {
                av_frame_free(frame);
            }
        }
    }

    private AVFrame newFrame(int samples) {
        AVFrame frame = av_frame_alloc();
        frame.nb_samples(samples).format(context.sample_fmt()).sample_rate(context.sample_rate());
        av_channel_layout_copy(frame.ch_layout(), context.ch_layout());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("audio samples");
        }
        return frame;
    }

    private void send(AVFrame frame, Consumer<AVPacket> out) {
        int rc = avcodec_send_frame(context, frame);
        while (rc >= 0 && (rc = avcodec_receive_packet(context, packet)) >= 0) {
            out.accept(packet);
            av_packet_unref(packet);
        }
        if (rc != Av.EAGAIN && rc != AVERROR_EOF) {
            throw new OutputFailed("the audio encoder failed: " + Av.error(rc));
        }
    }

    @Override
    public void close() {
        if (fifo != null) {
            av_audio_fifo_free(fifo);
        }
        swr_free(resampler);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
