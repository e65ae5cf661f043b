package org.impasto.render;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;

/**
 * The frames before a pinned frame, painted backwards from it, as if the shot ran the other way. They are needed in the shot's own
 * order, so they are painted once, a few at a time, and put aside in 16 bits on the disk.
 */
final class BackwardPass implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final float STEPS = 65535;

    private final SourceReader source;
    private final TrackPainter painter;
    private final Segment shot;
    private final Path scratch;
    private final Motions motions;
    private final Cancellation cancellation;
    /** First frames of what was put aside, with the files. */
    private final TreeMap<Long, Path> aside = new TreeMap<>();
    private List<Image> loaded = List.of();
    private long loadedFirst = -1;
    private long painted;
    private Frame last;

    /**
     * @param painter of the same track, for this pass alone
     * @param shot the shot, with the pinned frame as the last of the segment
     * @param scratch a folder of its own; emptied and removed by {@link #close}
     * @param motions closed by this object
     */
    BackwardPass(SourceReader source, TrackPainter painter, Segment shot, Path scratch, Motions motions, Cancellation cancellation) {
        this.source = source;
        this.painter = painter;
        this.shot = shot;
        this.scratch = scratch;
        this.motions = motions;
        this.cancellation = cancellation;
        this.painted = shot.last() + 1;
    }

    /** A frame before the pinned one. */
    Image at(long frame) {
        try {
            while (painted > frame) {
                paint(Math.max(shot.shotFirst(), painted - AT_ONCE), painted - 1);
            }
            Map.Entry<Long, Path> file = aside.floorEntry(frame);
            if (file.getKey() != loadedFirst) {
                loaded = read(file.getValue());
                loadedFirst = file.getKey();
            }
            return loaded.get((int) (frame - loadedFirst));
        } catch (IOException e) {
            throw new OutputFailed("what is painted backwards from frame " + shot.last() + " cannot be put aside in " + scratch + ": "
                    + e.getMessage(), e);
        }
    }

    private void paint(long from, long to) throws IOException {
        List<Frame> frames = new ArrayList<>();
        FrameSource reader = source.from(from);
        for (long t = from; t <= to; t++) {
            frames.add(reader.next().orElseThrow());
        }
        List<Image> pictures = new ArrayList<>();
        for (int i = frames.size() - 1; i >= 0; i--) {
            cancellation.check();
            Frame frame = frames.get(i);
            Optional<MotionPair> motion = Optional.ofNullable(last).map(l -> motions.between(l, frame));
            pictures.add(0, painter.paint(new Prepared(frame, false, motion.map(CompletableFuture::completedFuture), Optional.empty()), List.of(), shot));
            last = frame;
        }
        Files.createDirectories(scratch);
        Path file = scratch.resolve("frames-" + from);
        write(pictures, file);
        aside.put(from, file);
        painted = from;
    }

    private static void write(List<Image> pictures, Path file) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), deflater)))) {
            out.writeInt(pictures.size());
            for (Image p : pictures) {
                out.writeInt(p.width());
                out.writeInt(p.height());
                for (float v : p.data()) {
                    out.writeShort((int) (Math.min(1, Math.max(0, v)) * STEPS + 0.5f));
                }
            }
        } finally {
            deflater.end();
        }
    }

    private static List<Image> read(Path file) throws IOException {
        List<Image> pictures = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file))))) {
            for (int n = in.readInt(); n > 0; n--) {
                Image p = new Image(in.readInt(), in.readInt());
                for (int i = 0; i < p.data().length; i++) {
                    p.data()[i] = in.readUnsignedShort() / STEPS;
                }
                pictures.add(p);
            }
        }
        return pictures;
    }

    @Override
    public void close() {
        source.close();
        motions.close();
        try {
            for (Path file : aside.values()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            // Scratch that stays is no reason to hide how the render went.
        }
    }
}
