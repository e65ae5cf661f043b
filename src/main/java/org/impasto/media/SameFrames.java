package org.impasto.media;

import java.util.Locale;
import org.impasto.ImpastoException.BadInput;

/** Says whether a clip shows the same frames as its source: of one size, one rate, as many. */
public final class SameFrames {
    // Containers round times to a millisecond or their own grain; 24 and 23.976 frames a second part after three seconds.
    private static final double TIME_GRAIN = 0.0015;
    private static final double TIME_SHARE = 0.0005;

    private final ClipInfo clip;
    private final ClipInfo source;
    private long origin;
    private long sourceOrigin;
    private boolean begun;

    /** @throws BadInput where the pictures are of different sizes or do not lie upon each other */
    public SameFrames(ClipInfo clip, ClipInfo source) {
        this.clip = clip;
        this.source = source;
        VideoInfo own = clip.video();
        VideoInfo other = source.video();
        if (own.width() != other.width() || own.height() != other.height()) {
            throw new BadInput(clip.path() + " is " + size(own) + ", but the source " + size(other) + ": only clips of one size can be measured");
        }
        if (own.rotation() != other.rotation()) {
            throw new BadInput(clip.path() + " is shown turned by " + own.rotation() + " degrees, but the source by " + other.rotation()
                    + ": their pixels do not lie upon each other");
        }
    }

    /**
     * Looks at the times of two frames, counted from the first two that it was given.
     *
     * @throws BadInput where they differ
     */
    public void check(Frame frame, Frame ofSource) {
        if (!begun) {
            origin = frame.pts();
            sourceOrigin = ofSource.pts();
            begun = true;
        }
        double here = (frame.pts() - origin) * clip.video().timeBase().toDouble();
        double there = (ofSource.pts() - sourceOrigin) * source.video().timeBase().toDouble();
        if (Math.abs(here - there) > TIME_GRAIN + TIME_SHARE * there) {
            throw new BadInput(String.format(Locale.ROOT, "%s shows frame %d at %.4f s (%s frames a second), but the source at "
                    + "%.4f s (%s): only clips of one rate, frame by frame, can be measured", clip.path(), frame.index(), here, clip.video().frameRate(),
                    there, source.video().frameRate()));
        }
    }

    /** For a clip that ends while another goes on. */
    public static BadInput ends(ClipInfo ended, long frames, ClipInfo longer) {
        return new BadInput(ended.path() + " ends after " + frames + " frames, but " + longer.path()
                + " goes on: only clips of the same frames can be measured");
    }

    private static String size(VideoInfo video) {
        return video.width() + "x" + video.height();
    }
}
