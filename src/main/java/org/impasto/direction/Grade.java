package org.impasto.direction;

import java.util.Map;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Makes the frame that is shown from the source and the painted frames: crossfade of styles, then the matte, then the source's colours,
 * then the mix with the source. Where one of these is not asked for, or does nothing to a pixel, bits stay as they are.
 */
public final class Grade {
    private Grade() {
    }

    /**
     * The frame that is shown; one of the given objects itself where nothing is to be mixed.
     *
     * @param painted the frame in each of the styles of {@link FrameDirection#painted}
     * @param matte of the source's size; needed where the direction has one
     */
    public static Image apply(Image source, Map<Optional<String>, Image> painted, FrameDirection direction, Optional<Plane> matte, Rows rows) {
        if (direction.strength() == 0) {
            return source;
        }
        Image result = get(painted, direction.styles().get(0).style());
        if (direction.styles().size() > 1) {
            result = crossfade(result, painted, direction, rows);
        }
        if (direction.matte().isPresent()) {
            Image other = direction.matte().get().other().map(s -> get(painted, Optional.of(s))).orElse(source);
            result = masked(other, result, matte.orElseThrow(() -> new IllegalArgumentException("the matte is missing")), rows);
        }
        if (direction.colors() > 0) {
            result = coloured(result, source, (float) direction.colors(), rows);
        }
        return direction.strength() < 1 ? mixed(source, result, (float) direction.strength(), rows) : result;
    }

    private static Image get(Map<Optional<String>, Image> painted, Optional<String> style) {
        Image image = painted.get(style);
        if (image == null) {
            throw new IllegalArgumentException("the frame is not painted in " + style.orElse("the render's style"));
        }
        return image;
    }

    private static Image crossfade(Image first, Map<Optional<String>, Image> painted, FrameDirection direction, Rows rows) {
        Image result = first;
        double sum = direction.styles().get(0).share();
        for (StyleShare next : direction.styles().subList(1, direction.styles().size())) {
            sum += next.share();
            result = mixed(result, get(painted, next.style()), (float) (next.share() / sum), rows);
        }
        return result;
    }

    /** A straight mixture of two pictures of one size: {@code a} where the share is 0. */
    public static Image mixed(Image a, Image b, float share, Rows rows) {
        return each(a, b, rows, (i, pixel) -> a.data()[i] + (b.data()[i] - a.data()[i]) * share);
    }

    private static Image masked(Image black, Image white, Plane matte, Rows rows) {
        if (matte.width() != black.width() || matte.height() != black.height()) {
            throw new IllegalArgumentException("a matte of " + matte.width() + "x" + matte.height() + " for a frame of " + black.width() + "x"
                    + black.height());
        }
        return each(black, white, rows, (i, pixel) -> {
            float m = matte.data()[pixel];
            return m >= 1 ? white.data()[i] : m <= 0 ? black.data()[i] : black.data()[i] + (white.data()[i] - black.data()[i]) * m;
        });
    }

    /**
     * Brightness of one, colour of the other. With Y' = 0.2126 R' + 0.7152 G' + 0.0722 B' and chroma being multiples of R' - Y' and
     * B' - Y', to give a pixel another's chroma is to give it the other's differences from Y' (of R', G' and B' alike).
     */
    private static Image coloured(Image painted, Image source, float share, Rows rows) {
        float[] p = painted.data();
        float[] s = source.data();
        int n = painted.pixels();
        return each(painted, source, rows, (i, pixel) -> {
            float change = s[i] - luma(s, pixel, n) - (p[i] - luma(p, pixel, n));
            return change == 0 ? p[i] : Math.min(1, Math.max(0, p[i] + change * share));
        });
    }

    /** Exactly the number of a grey pixel. */
    private static float luma(float[] d, int pixel, int n) {
        float green = d[n + pixel];
        return green + 0.2126f * (d[pixel] - green) + 0.0722f * (d[2 * n + pixel] - green);
    }

    /** A value from its place in the data and the number of its pixel. */
    private interface Formula {
        float of(int i, int pixel);
    }

    private static Image each(Image a, Image b, Rows rows, Formula formula) {
        if (!a.sameSize(b)) {
            throw new IllegalArgumentException("frames of " + a.width() + "x" + a.height() + " and " + b.width() + "x" + b.height());
        }
        Image result = new Image(a.width(), a.height());
        int n = a.pixels();
        rows.each(a.height(), (from, to) -> {
            for (int c = 0; c < 3; c++) {
                for (int pixel = from * a.width(); pixel < to * a.width(); pixel++) {
                    result.data()[c * n + pixel] = formula.of(c * n + pixel, pixel);
                }
            }
        });
        return result;
    }
}
