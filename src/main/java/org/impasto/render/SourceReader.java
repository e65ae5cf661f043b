package org.impasto.render;

import java.nio.file.Path;
import java.util.Optional;
import org.impasto.ImpastoException.BadInput;
import org.impasto.media.Clips;
import org.impasto.media.ClipInfo;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;

/**
 * Reads frames of a clip by number. Going on is free, one step back too, anything else goes by way of a key frame; and every frame is
 * compared with the survey, because not every clip decodes alike from the middle: those that do not are read from their beginning.
 * One thread at a time.
 */
final class SourceReader implements AutoCloseable {
    // Rather decode so many frames than look for a key frame.
    private static final int STEPS = 48;

    private final Path input;
    private final int threads;
    private final Survey survey;
    private final StageClock clock;
    private final FrameHash hash = new FrameHash();
    private FrameSource source;
    private boolean fromBeginning;
    private long position;
    private Frame last;

    SourceReader(Path input, int threads, Survey survey, StageClock clock) {
        this.input = input;
        this.threads = threads;
        this.survey = survey;
        this.clock = clock;
    }

    /** Hands out the frames from a number on; used until the next call of this method. */
    FrameSource from(long first) {
        return new FrameSource() {
            private long next = first;

            @Override
            public ClipInfo info() {
                return source.info();
            }

            @Override
            public Optional<Frame> next() {
                return next >= survey.frames() ? Optional.empty() : Optional.of(read(next++));
            }

            @Override
            public void close() {
                // The reader goes on to be used.
            }
        };
    }

    private Frame read(long index) {
        if (last != null && last.index() == index) {
            return last;
        }
        if (source == null || index < position || index > position + STEPS) {
            seek(index);
        }
        while (true) {
            Optional<Frame> next = source.next();
            boolean right = next.isPresent() && next.get().index() == position && right(next.get());
            if (!right && fromBeginning) {
                throw new BadInput(input + " is not what it was when the render began: frame " + position + " differs");
            }
            if (!right) {
                reopen(0);
                continue;
            }
            position++;
            if (next.get().index() == index) {
                last = next.get();
                return last;
            }
        }
    }

    private boolean right(Frame frame) {
        int i = (int) frame.index();
        return i < survey.frames() && frame.pts() == survey.pts()[i]
                && clock.time("survey", () -> hash.of(frame.image())) == survey.hashes()[i];
    }

    private void seek(long index) {
        try {
            reopen(index);
        } catch (BadInput e) {
            reopen(0);
        }
    }

    private void reopen(long index) {
        close();
        source = index == 0 ? Clips.open(input, threads) : Clips.openAt(input, threads, index, survey.pts()[(int) index]);
        fromBeginning = index == 0;
        position = index;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
