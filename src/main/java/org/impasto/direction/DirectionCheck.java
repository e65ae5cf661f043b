package org.impasto.direction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.impasto.ImpastoException.BadInput;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;

/** Holds a direction against its clip. */
final class DirectionCheck {
    private final Path file;
    private final ClipInfo clip;
    private final long frames;
    private final List<Long> shotFirsts;
    private final Map<Path, Long> lengths = new HashMap<>();

    DirectionCheck(Path file, ClipInfo clip, long frames, List<Long> shotFirsts) {
        this.file = file;
        this.clip = clip;
        this.frames = frames;
        this.shotFirsts = List.copyOf(shotFirsts);
    }

    void run(Direction direction, List<Section> sections, Collection<Direction.PlacedPin> pins) {
        sections.forEach(this::inside);
        pins.forEach(this::pin);
        mattes(direction);
    }

    private BadInput error(int line, String sentence) {
        return new BadInput(file + ":" + line + ": " + sentence);
    }

    private void inside(Section section) {
        Place place = section.place();
        long count = place.shots() ? shotFirsts.size() : frames;
        if (place.first() >= count || !place.toTheEnd() && place.last() >= count) {
            throw error(section.line(), place + " is not in the clip, which has " + count + (place.shots() ? " shots" : " frames")
                    + ", 0 to " + (count - 1));
        }
    }

    private void pin(Direction.PlacedPin placed) {
        Pin pin = placed.pin();
        if (pin.frame() >= frames) {
            throw error(placed.line(), "pin " + pin.frame() + " is not in the clip, which has " + frames + " frames, 0 to " + (frames - 1));
        }
        Picture.Size size;
        try {
            size = Picture.size(pin.picture());
        } catch (BadInput e) {
            throw error(placed.line(), e.getMessage());
        }
        int width = clip.video().width();
        int height = clip.video().height();
        if (!size.is(width, height)) {
            boolean turned = clip.video().rotation() % 180 != 0 && size.is(height, width);
            throw error(placed.line(), pin.wrongSize(size, width, height)
                    + (turned ? " (as coded; players turn it by " + clip.video().rotation() + " degrees)" : ""));
        }
    }

    private void mattes(Direction direction) {
        int shot = 0;
        for (long frame = 0; frame < frames; frame++) {
            while (shot + 1 < shotFirsts.size() && shotFirsts.get(shot + 1) <= frame) {
                shot++;
            }
            Optional<Settings.MatteSetting> setting = direction.matte(frame, shot);
            if (setting.isPresent() && setting.get().use().isPresent()) {
                matte(frame, setting.get().use().get(), setting.get().line());
            }
        }
    }

    private void matte(long frame, MatteUse use, int line) {
        if (use.kind() == MatteUse.Kind.SEQUENCE) {
            if (!Files.isRegularFile(use.fileOf(frame))) {
                throw error(line, "the matte has no picture " + use.fileOf(frame) + " for frame " + frame);
            }
            return;
        }
        long length;
        try {
            length = lengths.computeIfAbsent(use.file(), file -> length(use));
        } catch (BadInput e) {
            throw error(line, "the matte cannot be used: " + e.getMessage());
        }
        if (frame >= length) {
            throw error(line, Matte.tooShort(use.file(), frame, length));
        }
    }

    /** As far as the file says; what it does not say is found while it is read. */
    private static long length(MatteUse use) {
        if (use.kind() == MatteUse.Kind.STILL) {
            Picture.size(use.file());
            return Long.MAX_VALUE;
        }
        long length = Clips.probe(use.file()).video().frames();
        return length > 0 ? length : Long.MAX_VALUE;
    }
}
