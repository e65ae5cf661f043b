package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Decides what becomes of the streams beside the picture: copied where the container allows, else encoded anew or left out. */
final class SideTrackChoice {
    private final Muxer muxer;
    private final Consumer<String> messages;

    SideTrackChoice(Muxer muxer, Consumer<String> messages) {
        this.muxer = muxer;
        this.messages = messages;
    }

    /** The output stream for a stream that is not the picture; empty where it is left out, which is said. */
    Optional<SideTrack> of(AVStream s) {
        AVCodecParameters p = s.codecpar();
        String name = Probe.describe(s);
        boolean cover = (s.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
        int type = p.codec_type();
        boolean wanted = type == AVMEDIA_TYPE_AUDIO || type == AVMEDIA_TYPE_SUBTITLE
                || type == AVMEDIA_TYPE_ATTACHMENT || cover;
        boolean chapterText = type == AVMEDIA_TYPE_DATA && p.codec_id() == AV_CODEC_ID_BIN_DATA;
        if (!wanted) {
            if (!chapterText) { // chapters are written from the chapter list
                messages.accept("The stream " + name + " of the clip is not in the output.");
            }
            return Optional.empty();
        }
        boolean holds = cover ? muxer.isMov()
                : type == AVMEDIA_TYPE_ATTACHMENT ? container().equals("matroska")
                : Trial.holds(muxer.context().oformat(), s);
        if (holds) {
            Rational base = Av.timeBase(s.time_base());
            AVStream out = muxer.add(p, base);
            Tags.copy(s, out);
            return Optional.of(new SideTrack(s, out, null, base, base));
        }
        Optional<SideTrack> anew = type == AVMEDIA_TYPE_AUDIO ? Optional.of(sound(s, name))
                : type == AVMEDIA_TYPE_SUBTITLE ? subtitles(s, name) : Optional.empty();
        if (anew.isEmpty()) {
            messages.accept("The stream " + name + " cannot be held by a " + container() + " file and is not in the output.");
        }
        return anew;
    }

    private SideTrack sound(AVStream s, String name) {
        String encoder = container().equals("webm") ? "libopus" : "aac";
        AudioTranscoder t = new AudioTranscoder(s, encoder, muxer.wantsGlobalHeader());
        messages.accept("The stream " + name + " cannot be held by a " + container()
                + " file as it is; it was encoded anew as " + (encoder.equals("aac") ? "AAC." : "Opus."));
        return track(s, t, t.encoder().context(), new Rational(1, t.encoder().sampleRate()));
    }

    private Optional<SideTrack> subtitles(AVStream s, String name) {
        String format = SubtitleTranscoder.formatOf(container());
        return SubtitleTranscoder.open(s, format).map(t -> {
            messages.accept("The stream " + name + " cannot be held by a " + container()
                    + " file as it is; its text was written anew as " + format + ".");
            return track(s, t, t.context(), SubtitleTranscoder.UNITS);
        });
    }

    private SideTrack track(AVStream s, Transcoder transcoder, AVCodecContext encoder, Rational units) {
        AVStream out = muxer.add(encoder, units);
        Tags.copy(s, out);
        return new SideTrack(s, out, transcoder, Av.timeBase(s.time_base()), units);
    }

    private String container() {
        return Av.name(muxer.context().oformat().name());
    }
}
