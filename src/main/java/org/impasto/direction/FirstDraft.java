package org.impasto.direction;

import java.util.List;
import java.util.Locale;

/** A direction file that decides nothing yet: the shots of a clip as sections, to be edited. */
public final class FirstDraft {
    private FirstDraft() {
    }

    /**
     * A shot of the clip.
     *
     * @param first number of its first frame
     * @param last number of its last frame
     * @param from time of its first frame in seconds
     * @param to time of its last frame in seconds
     */
    public record Shot(long first, long last, double from, double to) {
    }

    /** The text of the file; {@link Direction#read} takes it as it is. */
    public static String of(String clip, List<Shot> shots) {
        StringBuilder text = new StringBuilder("# Direction for " + clip.replaceAll("\\p{Cntrl}|\\p{Co}|\\p{Cn}|\\p{Cs}|\\p{Zl}|\\p{Zp}", "?") + """
                : what the artist decides over time.
                # Take away the # before what is to be decided; impasto render --direction takes this file, docs/direction.md explains it.
                version: 1

                # For the whole clip.
                defaults:
                  # style: starry-night   # a name that impasto styles lists, or an ONNX file beside this one
                  # strength: 1.0         # of the style: 0 is the source, 1 the painted frame
                  # coherence: 1.0        # how firmly paint stays on things
                  # colors: style         # or source, or a share of the source's chroma
                  # matte: matte.mp4      # white: the style applies, black: the source

                # In order; a later section overrides the keys that it sets.
                sections:
                """);
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            text.append(String.format(Locale.ROOT, "  # Shot %d: %.3f s to %.3f s, %d %s.%n", i, shot.from(), shot.to(),
                    shot.last() - shot.first() + 1, shot.first() == shot.last() ? "frame" : "frames"));
            text.append(new Place(false, shot.first(), shot.last()).toString().indent(4).replaceFirst("    ", "  - "));
            text.append("    # strength: ").append(shot.first() < shot.last() ? "{from: 0, to: 1, ease: smooth}" : "1.0").append('\n');
        }
        return text.append("""

                # Frames that were painted over by hand; both: the frames before follow it too.
                pin:
                  # 130: retouched.png
                  # 160: {picture: retouched.png, both: true}
                """).toString().replace("\r\n", "\n");
    }
}
