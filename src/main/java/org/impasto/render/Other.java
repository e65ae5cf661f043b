package org.impasto.render;

import java.nio.file.Path;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.SameFrames;

/** Another program's render of a clip, read beside it. */
final class Other implements AutoCloseable {
    private final FrameSource clip;
    private final ClipInfo source;
    private final SameFrames same;

    /** @throws org.impasto.ImpastoException.BadInput where it cannot be read, or does not show the same frames */
    Other(Path file, ClipInfo source, int threads) {
        this.source = source;
        this.clip = Clips.open(file, threads);
        try {
            same = new SameFrames(clip.info(), source);
            long own = clip.info().video().frames();
            long all = source.video().frames();
            if (own > 0 && all > 0 && own != all) {
                throw SameFrames.ends(own < all ? clip.info() : source, Math.min(own, all), own < all ? source : clip.info());
            }
        } catch (RuntimeException e) {
            clip.close();
            throw e;
        }
    }

    /** Its picture of a frame of the source. Frames are asked for in order; what lies between is passed over. */
    Image at(Frame ofSource) {
        Optional<Frame> next = clip.next();
        while (next.isPresent() && next.get().index() < ofSource.index()) {
            next = clip.next();
        }
        Frame frame = next.orElseThrow(() -> SameFrames.ends(clip.info(), ofSource.index(), source));
        same.check(frame, ofSource);
        return frame.image();
    }

    /** The source has ended. */
    void end(long frames) {
        if (clip.next().isPresent()) {
            throw SameFrames.ends(source, frames, clip.info());
        }
    }

    @Override
    public void close() {
        clip.close();
    }
}
