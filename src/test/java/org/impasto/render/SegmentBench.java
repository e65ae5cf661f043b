package org.impasto.render;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.impasto.coherence.Coming;
import org.impasto.image.Rows;
import org.impasto.media.Clips;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.SegmentSink;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/**
 * Prints what the length of segments costs: size of the packets with the default encoder, against one segment for everything, and
 * size of the states between, compacted or not. Arguments: a clip of one long shot, and how many frames of it.
 */
public final class SegmentBench {
    private static final int[] LENGTHS = {12, 24, 48, 96, 192};

    private SegmentBench() {
    }

    public static void main(String[] args) throws Exception {
        Path clip = Path.of(args[0]);
        int most = Integer.parseInt(args[1]);
        List<Frame> painted = new ArrayList<>();
        StageClock clock = new StageClock();
        System.out.printf("%-8s %14s %14s %10s%n", "frame", "", "state MB", "seconds");
        try (Stylizer stylizer = Stylizers.load(Gallery.locate().first().path(), DeviceChoice.parse("cpu"), 2, m -> { });
                Rows rows = new Rows(2); FrameSource source = Clips.open(clip, 2);
                LookAhead ahead = new LookAhead(source, 2, Optional.of(new Motions(Optional.empty(), true, clock)), Optional.empty(), clock)) {
            Painter painter = new Painter(stylizer, 1, false, rows, clock);
            ahead.start(0, f -> f.index() >= most);
            Window window = new Window(ahead::next, Coming.MOST);
            for (Optional<Prepared> p = window.next(); p.isPresent(); p = window.next()) {
                painted.add(p.get().frame().with(painter.paint(p.get(), window.after(p.get(), t -> false))));
                if (painted.size() % 32 == 0) {
                    TrackState state = new TrackState(new java.util.TreeMap<>(java.util.Map.of("style", painter.state().orElseThrow())));
                    long begun = System.nanoTime();
                    TrackState compact = state.compact();
                    double small = bytes(compact) / 1e6;
                    System.out.printf("%-8d %14s %14.2f %10.2f%n", painted.size() - 1, "", small, (System.nanoTime() - begun) / 1e9);
                }
            }
        }
        Path folder = Files.createTempDirectory("segments");
        long whole = 0;
        System.out.printf("%-8s %14s %14s%n", "length", "packets MB", "over one");
        for (int i = LENGTHS.length; i >= 0; i--) {
            int length = i == LENGTHS.length ? painted.size() : LENGTHS[i];
            long bytes = 0;
            for (int from = 0; from < painted.size(); from += length) {
                Path file = folder.resolve("segment.nut");
                try (SegmentSink sink = Clips.segment(file, clip, folder.resolve("out.mp4"), EncodeSettings.DEFAULTS)) {
                    painted.subList(from, Math.min(painted.size(), from + length)).forEach(sink::write);
                    sink.finish();
                }
                bytes += Files.size(file);
            }
            whole = whole == 0 ? bytes : whole;
            System.out.printf("%-8d %14.3f %+13.1f%%%n", length, bytes / 1e6, 100.0 * bytes / whole - 100);
        }
    }

    private static long bytes(TrackState state) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            state.write(deflated);
        }
        return out.size();
    }
}
