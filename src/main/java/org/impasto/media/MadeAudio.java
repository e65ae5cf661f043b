package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A sound track of our own making, or none. */
final class MadeAudio implements SideTracks {
    private static final int BLOCK = 1024;

    private final Muxer muxer;
    private final Rational videoBase;
    private final Optional<Audio> audio;
    private final AudioEncoder encoder;
    private final AVStream stream;
    private int done;

    MadeAudio(Muxer muxer, Rational videoBase, Optional<Audio> audio, String encoderName) {
        this.muxer = muxer;
        this.videoBase = videoBase;
        this.audio = audio;
        if (audio.isEmpty()) {
            encoder = null;
            stream = null;
            return;
        }
        AVChannelLayout layout = new AVChannelLayout();
        av_channel_layout_default(layout, audio.get().channels());
        encoder = new AudioEncoder(encoderName, layout, AV_SAMPLE_FMT_FLT, audio.get().sampleRate(),
                muxer.wantsGlobalHeader());
        stream = muxer.add(encoder.context(), new Rational(1, encoder.sampleRate()));
    }

    @Override
    public void begin(long start, long shift) {
        // The sound begins at 0, whatever the picture does.
    }

    @Override
    public void writeUntil(long pts) {
        audio.ifPresent(a -> write(a, Av.rescale(pts, videoBase, new Rational(1, a.sampleRate()))));
    }

    @Override
    public void finish(long end) {
        audio.ifPresent(a -> {
            write(a, Long.MAX_VALUE);
            encoder.flush(p -> muxer.write(p, stream));
        });
    }

    private void write(Audio a, long until) {
        while (done < a.frames() && done < until) {
            int n = Math.min(BLOCK, a.frames() - done);
            AVFrame frame = av_frame_alloc();
            frame.nb_samples(n).format(AV_SAMPLE_FMT_FLT).sample_rate(a.sampleRate());
            av_channel_layout_default(frame.ch_layout(), a.channels());
            if (av_frame_get_buffer(frame, 0) < 0) {
                throw new OutOfMemoryError("audio samples");
            }
            frame.data(0).capacity((long) n * a.channels() * Float.BYTES).asByteBuffer()
                    .order(ByteOrder.nativeOrder()).asFloatBuffer()
                    .put(a.interleaved(), done * a.channels(), n * a.channels());
            encoder.encode(frame, 0, p -> muxer.write(p, stream));
            av_frame_free(frame);
            done += n;
        }
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
    }
}
