package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.ImpastoException.OutputFailed;

/** Decodes a sound track and encodes it anew, for containers that cannot hold it as it is. */
final class AudioTranscoder implements Transcoder {
    private final AVCodecContext decoder;
    private final AudioEncoder encoder;
    private final AVFrame frame = av_frame_alloc();
    private final Rational units;

    AudioTranscoder(AVStream source, String encoderName, boolean globalHeader) {
        AVCodec codec = avcodec_find_decoder(source.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new OutputFailed("there is no decoder for the " + Probe.describe(source));
        }
        decoder = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder, source.codecpar());
        decoder.pkt_timebase(source.time_base());
        decoder.thread_count(1);
        units = Av.timeBase(source.time_base());
        if (avcodec_open2(decoder, codec, (AVDictionary) null) < 0) {
            avcodec_free_context(decoder);
            throw new OutputFailed("the " + Probe.describe(source) + " cannot be decoded");
        }
        try {
            encoder = new AudioEncoder(encoderName, decoder.ch_layout(), decoder.sample_fmt(), decoder.sample_rate(),
                    globalHeader);
        } catch (RuntimeException e) {
            avcodec_free_context(decoder);
            throw e;
        }
    }

    AudioEncoder encoder() {
        return encoder;
    }

    @Override
    public void add(AVPacket packet, Consumer<AVPacket> out) {
        avcodec_send_packet(decoder, packet);
        receive(out);
    }

    @Override
    public void flush(Consumer<AVPacket> out) {
        avcodec_send_packet(decoder, null);
        receive(out);
        encoder.flush(out);
    }

    private void receive(Consumer<AVPacket> out) {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            long time = Av.rescale(frame.best_effort_timestamp(), units, new Rational(1, encoder.sampleRate()));
            encoder.encode(frame, time, out);
            av_frame_unref(frame);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(decoder);
        encoder.close();
    }
}
