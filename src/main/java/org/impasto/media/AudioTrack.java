package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.FloatPointer;
import org.impasto.ImpastoException;

/** Encodes sound that we made ourselves as AAC. Owns its encoder. */
final class AudioTrack implements AutoCloseable {
    private final Audio audio;
    private final AVFormatContext muxer;
    private final AVCodecContext codec;
    private final AVStream stream;
    private long sample;

    AudioTrack(Audio audio, AVFormatContext muxer) {
        this.audio = audio;
        this.muxer = muxer;
        AVCodec encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
        codec = avcodec_alloc_context3(encoder);
        codec.sample_rate(audio.sampleRate()).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(96_000L * audio.channels());
        av_channel_layout_default(codec.ch_layout(), audio.channels());
        codec.time_base(new AVRational().num(1).den(audio.sampleRate()));
        codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        int code = avcodec_open2(codec, encoder, (AVDictionary) null);
        if (code < 0) {
            throw new ImpastoException.OutputFailed("the sound cannot be encoded: " + Av.error(code));
        }
        stream = avformat_new_stream(muxer, null);
        avcodec_parameters_from_context(stream.codecpar(), codec);
        stream.time_base(codec.time_base());
    }

    void upTo(long micros) {
        long until = Math.min(micros * audio.sampleRate() / 1_000_000, audio.interleaved().length / audio.channels());
        while (sample + codec.frame_size() <= until) {
            encode(codec.frame_size());
        }
    }

    void finish() {
        send(null);
    }

    private void encode(int count) {
        AVFrame frame = av_frame_alloc();
        try {
            frame.nb_samples(count).format(AV_SAMPLE_FMT_FLTP).sample_rate(audio.sampleRate());
            av_channel_layout_copy(frame.ch_layout(), codec.ch_layout());
            av_frame_get_buffer(frame, 0);
            float[] one = new float[count];
            for (int c = 0; c < audio.channels(); c++) {
                for (int i = 0; i < count; i++) {
                    one[i] = audio.interleaved()[(int) (sample + i) * audio.channels() + c];
                }
                new FloatPointer(frame.data(c)).put(one);
            }
            frame.pts(sample);
            send(frame);
            sample += count;
        } finally {
            av_frame_free(frame);
        }
    }

    private void send(AVFrame frame) {
        avcodec_send_frame(codec, frame);
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(codec, packet) >= 0) {
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            av_interleaved_write_frame(muxer, packet);
            av_packet_unref(packet);
        }
        av_packet_free(packet);
    }

    @Override
    public void close() {
        avcodec_free_context(codec);
    }
}
