package org.impasto.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Rational;
import org.impasto.style.Gallery;
import org.impasto.style.Style;
import org.impasto.style.StyleChoice;

/**
 * A render request as the manifest keeps it, so that a range of it can be rendered again.
 *
 * @param input the clip, absolute
 * @param settings how it is painted
 * @param firstFrame first frame that was asked for
 * @param lastFrame last one; null to the end
 * @param start only frames from this time on, "num/den"; null where there is no such limit
 * @param end only frames before this time; null where there is no such limit
 * @param device as it was asked for
 * @param codec null where it was left open, as are the next four
 * @param motion folder with the clip's true motion, absolute; null where it is estimated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredRequest(String input, PaintSettings settings, long firstFrame, Long lastFrame, String start, String end, String device,
        String codec, Integer crf, String preset, String pixelFormat, Map<String, String> encoderOptions, boolean keepTimestamps, String motion) {

    static StoredRequest of(RenderRequest r, PaintSettings settings) {
        EncodeSettings e = r.encode();
        return new StoredRequest(absolute(r.input()), settings, r.frames().first(),
                r.frames().toTheEnd() ? null : r.frames().last(), r.start().map(Rational::toString).orElse(null),
                r.end().map(Rational::toString).orElse(null), r.device(), e.codec().orElse(null), e.crf().isPresent() ? e.crf().getAsInt() : null,
                e.preset().orElse(null), e.pixelFormat().orElse(null), e.options(), e.keepTimestamps(),
                r.motion().map(StoredRequest::absolute).orElse(null));
    }

    RenderRequest request(Path output, int threads, boolean overwrite, StoreSettings store) {
        EncodeSettings encode = new EncodeSettings(Optional.ofNullable(codec), crf == null ? OptionalInt.empty() : OptionalInt.of(crf),
                Optional.ofNullable(preset), Optional.ofNullable(pixelFormat), encoderOptions == null ? Map.of() : encoderOptions, keepTimestamps);
        return new RenderRequest(Path.of(input), output, Optional.of(settings.style()),
                new FrameRange(firstFrame, lastFrame == null ? Long.MAX_VALUE : lastFrame), Optional.ofNullable(start).map(Rational::parse),
                Optional.ofNullable(end).map(Rational::parse), settings.baseline(), settings.strength(), device, threads, encode, overwrite,
                Optional.ofNullable(settings.direction()).map(Path::of), Optional.ofNullable(motion).map(Path::of), store);
    }

    /** How a request wants its frames painted; files by their absolute paths. */
    static PaintSettings settings(RenderRequest r, Gallery gallery) {
        Style style = r.style().map(gallery::find).orElseGet(gallery::first);
        boolean ships = gallery.styles().stream().anyMatch(s -> s.name().equals(style.name()) && s.path().equals(style.path()));
        String name = ships ? style.name() : absolute(style.path());
        return new PaintSettings(r.style().map(StyleChoice::parse).map(c -> c.of(name).toString()).orElse(name), r.baseline(), r.strength(),
                r.direction().map(StoredRequest::absolute).orElse(null));
    }

    /** A file as the manifest names it. */
    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
