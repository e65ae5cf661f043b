package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.impasto.Digests;
import org.impasto.ImpastoException;
import org.impasto.media.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRenderTest {
    @TempDir
    static Path folder;
    private static StoredClip c;
    private static List<Frame> whole;

    @BeforeAll
    static void make() {
        c = new StoredClip(folder);
        c.render(c.request("whole.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1));
        whole = c.frames("whole.mkv");
    }

    @BeforeEach
    void forgetMessages() {
        c.messages.clear();
    }

    private static void assertSame(List<Frame> expected, List<Frame> actual, String what) {
        assertEquals(expected.size(), actual.size(), what);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).pts(), actual.get(i).pts(), what + ", time of frame " + i);
            assertArrayEquals(expected.get(i).image().data(), actual.get(i).image().data(), what + ", frame " + i);
        }
    }

    private static boolean same(Frame a, Frame b) {
        return Arrays.equals(a.image().data(), b.image().data());
    }

    /** Copies of a finished render and its store under another name. */
    private static void copy(String from, String to) throws IOException {
        Files.copy(folder.resolve(from), folder.resolve(to));
        StoredClip.delete(c.store(to));
        Files.createDirectory(c.store(to));
        for (Path f : c.storeFiles(from)) {
            Files.copy(f, c.store(to).resolve(f.getFileName()));
        }
    }

    @Test
    void theSameAgainRendersNothing() throws IOException {
        copy("whole.mkv", "again.mkv");
        RenderReport report = c.render(c.request("again.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1));
        assertEquals(List.of(), report.rendered());
        assertEquals(StoredClip.FRAMES, report.keptFrames());
        assertEquals(Digests.sha256(folder.resolve("whole.mkv")), Digests.sha256(folder.resolve("again.mkv")));
    }

    @Test
    void stoppedAnywhereItGoesOnToTheSameFile() throws IOException {
        Random random = new Random(5);
        for (int run = 0; run < 4; run++) {
            String out = "stopped" + run + ".mkv";
            int stop = 1 + random.nextInt(StoredClip.FRAMES - 2);
            Cancellation cancellation = new Cancellation();
            AtomicInteger frames = new AtomicInteger();
            RenderRequest request = c.request(out, StoredClip.LOSSLESS, 1, FrameRange.ALL, 1);
            assertThrows(ImpastoException.Cancelled.class, () -> new Renderer().render(request, c.listener(() -> {
                if (frames.incrementAndGet() == stop) {
                    cancellation.request();
                }
            }), cancellation));
            assertFalse(Files.exists(folder.resolve(out)));
            RenderReport report = c.render(request);
            assertTrue(report.keptFrames() >= Math.max(0, stop - 96 - 4), "stopped at " + stop + ", kept " + report.keptFrames());
            assertEquals(Digests.sha256(folder.resolve("whole.mkv")), Digests.sha256(folder.resolve(out)), "stopped at " + stop);
        }
    }

    @Test
    void aRangeHasTheFramesOfTheWholeAlsoAcrossSegments() {
        c.render(c.request("range.mkv", StoredClip.LOSSLESS, 1, new FrameRange(90, 140), 1));
        List<Frame> part = c.frames("range.mkv");
        for (int i = 0; i <= 50; i++) {
            assertTrue(same(whole.get(90 + i), part.get(i)), "frame " + (90 + i));
        }
    }

    @Test
    void aRangeBeginsFromAStoredStateWhereThereIsOne() throws IOException {
        copy("whole.mkv", "from.mkv");
        RenderReport report = c.render(c.request("from.mkv", StoredClip.LOSSLESS, 1, new FrameRange(100, 110), 1));
        assertEquals(4, report.warmUpFrames());
        List<Frame> part = c.frames("from.mkv");
        for (int i = 0; i <= 10; i++) {
            assertTrue(same(whole.get(100 + i), part.get(i)), "frame " + (100 + i));
        }
    }

    @Test
    void shotsAtOnceGiveTheSameFile() throws IOException {
        c.render(c.request("jobs.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 3));
        assertEquals(Digests.sha256(folder.resolve("whole.mkv")), Digests.sha256(folder.resolve("jobs.mkv")));
    }

    @Test
    void eachDamageToEachFileIsFoundAndMended() throws IOException {
        copy("whole.mkv", "damaged.mkv");
        Map<Path, byte[]> older = new HashMap<>();
        c.render(c.request("older.mkv", StoredClip.LOSSLESS, 0.5, FrameRange.ALL, 1));
        for (Path f : c.storeFiles("older.mkv")) {
            older.put(f.getFileName(), Files.readAllBytes(f));
        }
        List<Path> files = c.storeFiles("damaged.mkv").stream().filter(f -> !f.toString().endsWith(".part")).toList();
        assertEquals(7, files.size(), files.toString());
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int damage = 0; damage < 6; damage++) {
                byte[] bad = switch (damage) {
                    case 1 -> new byte[good.length];
                    case 2 -> Arrays.copyOf(good, good.length / 2);
                    case 3 -> flipped(good);
                    case 4 -> new byte[0];
                    default -> older.get(file.getFileName());
                };
                if (damage == 0) {
                    Files.delete(file);
                } else {
                    Files.write(file, bad);
                }
                c.messages.clear();
                c.render(c.request("damaged.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1));
                String what = "damage " + damage + " to " + file.getFileName();
                assertEquals(Digests.sha256(folder.resolve("whole.mkv")), Digests.sha256(folder.resolve("damaged.mkv")), what);
                if (file.toString().endsWith(".nut")) {
                    assertTrue(c.messages.stream().anyMatch(m -> m.contains(file.getFileName().toString())), what + ": " + c.messages);
                }
            }
        }
    }

    private static byte[] flipped(byte[] good) {
        byte[] bad = good.clone();
        bad[good.length / 3] ^= 4;
        return bad;
    }

    @Test
    void anotherStrengthRendersAllAgainAndSaysWhy() throws IOException {
        copy("whole.mkv", "strength.mkv");
        RenderReport report = c.render(c.request("strength.mkv", StoredClip.LOSSLESS, 0.7, FrameRange.ALL, 1));
        assertEquals(0, report.keptFrames());
        assertTrue(c.messages.contains("frames 0-95 are rendered again: coherence has changed"), c.messages.toString());
    }

    @Test
    void anotherAbstractionRendersAllAgainAndIsRemembered() throws IOException {
        copy("whole.mkv", "abstraction.mkv");
        RenderRequest same = c.request("abstraction.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1);
        RenderReport report = c.render(c.styled(same, c.painter + ":abstraction=3"));
        assertEquals(0, report.keptFrames());
        assertEquals(3, report.style().options().abstraction());
        assertTrue(c.messages.contains("frames 0-95 are rendered again: style has changed"), c.messages.toString());
        assertFalse(same(whole.get(0), c.frames("abstraction.mkv").get(0)), "it is seen");
        RenderReport range = c.rerender("abstraction.mkv", new FrameRange(135, 140), 0.5, false);
        assertEquals(3, range.style().options().abstraction());
    }

    @Test
    void anotherFrameOfTheSourceRendersItsShotAgainFromThere() throws IOException {
        copy("whole.mkv", "source.mkv");
        byte[] original = Files.readAllBytes(c.clip);
        try {
            StoredClip.write(c.clip, 140);
            RenderReport report = c.render(c.request("source.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1));
            assertEquals(List.of(new FrameRange(130, 154)), report.rendered());
            assertTrue(c.messages.contains("frames 130-154 are rendered again: source has changed"), c.messages.toString());
        } finally {
            Files.write(c.clip, original);
        }
    }

    @Test
    void aRangeRenderedAgainJoins() throws IOException {
        for (FrameRange range : List.of(new FrameRange(40, 60), new FrameRange(80, 100), new FrameRange(96, 100), new FrameRange(120, 140))) {
            String out = "take" + range.first() + ".mkv";
            copy("whole.mkv", out);
            byte[] last = Files.readAllBytes(c.store(out).resolve("segment-0000155-0000174.nut"));
            RenderReport report = c.rerender(out, range, 0.3, false);
            List<Frame> now = c.frames(out);
            assertEquals(StoredClip.FRAMES, now.size());
            // A cut ends what a range carries on.
            long blend = range.contains(130) ? range.last() + 12 : Math.min(129, range.last() + 12);
            for (int t = 0; t < StoredClip.FRAMES; t++) {
                boolean touched = t >= range.first() && t <= blend;
                boolean shotBegins = t == 130;
                if (!touched || shotBegins) {
                    assertTrue(same(whole.get(t), now.get(t)), range + ", frame " + t);
                } else {
                    assertFalse(same(whole.get(t), now.get(t)), range + ", frame " + t);
                }
            }
            assertArrayEquals(last, Files.readAllBytes(c.store(out).resolve("segment-0000155-0000174.nut")));
            assertTrue(report.keptFrames() >= 20 + (range.contains(130) ? 0 : 25), report.keptFrames() + " kept");
        }
    }

    @Test
    void throughTheShotTheChangeGoesOnToTheCut() throws IOException {
        copy("whole.mkv", "through.mkv");
        c.rerender("through.mkv", new FrameRange(40, 60), 0.3, true);
        List<Frame> now = c.frames("through.mkv");
        for (int t = 0; t < StoredClip.FRAMES; t++) {
            assertEquals(t < 40 || t >= 130, same(whole.get(t), now.get(t)), "frame " + t);
        }
    }

    @Test
    void aTakeOverATake() throws IOException {
        copy("whole.mkv", "takes.mkv");
        c.rerender("takes.mkv", new FrameRange(40, 100), 0.3, false);
        List<Frame> one = c.frames("takes.mkv");
        c.rerender("takes.mkv", new FrameRange(50, 60), 0.9, false);
        List<Frame> two = c.frames("takes.mkv");
        for (int t = 0; t < StoredClip.FRAMES; t++) {
            assertEquals(t < 50 || t > 72, same(one.get(t), two.get(t)), "frame " + t);
        }
        // Asked for once more, nothing is left to do.
        RenderReport report = c.rerender("takes.mkv", new FrameRange(50, 60), 0.9, false);
        assertEquals(List.of(), report.rendered());
        // A render of the whole takes both back.
        c.render(c.request("takes.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1));
        assertSame(whole, c.frames("takes.mkv"), "taken back");
    }

    @Test
    void aStoppedRerenderGoesOn() throws IOException {
        copy("whole.mkv", "rerun.mkv");
        c.rerender("rerun.mkv", new FrameRange(60, 110), 0.3, false);
        copy("whole.mkv", "stoppedrerun.mkv");
        Cancellation cancellation = new Cancellation();
        AtomicInteger frames = new AtomicInteger();
        RerenderRequest request = new RerenderRequest(folder.resolve("stoppedrerun.mkv"), new FrameRange(60, 110), java.util.Optional.empty(),
                java.util.Optional.empty(), java.util.Optional.of(0.3), java.util.Optional.empty(), 12, false, 1,
                new StoreSettings(java.util.Optional.empty(), true, 1));
        assertThrows(ImpastoException.Cancelled.class, () -> new Renderer().rerender(request, c.listener(() -> {
            if (frames.incrementAndGet() == 100) {
                cancellation.request();
            }
        }), cancellation));
        assertEquals(Digests.sha256(folder.resolve("whole.mkv")), Digests.sha256(folder.resolve("stoppedrerun.mkv")));
        new Renderer().rerender(request, c.listener(() -> { }), new Cancellation());
        assertEquals(Digests.sha256(folder.resolve("rerun.mkv")), Digests.sha256(folder.resolve("stoppedrerun.mkv")));
    }

    @Test
    void theStoreGoesWhereItIsNotToBeKept() {
        RenderRequest r = c.request("gone.mkv", StoredClip.H264, 1, new FrameRange(130, 140), 1);
        c.render(new RenderRequest(r.input(), r.output(), r.style(), r.frames(), r.start(), r.end(), r.baseline(), r.strength(), r.device(),
                r.threads(), r.encode(), r.overwrite(), r.direction(), r.motion(), StoreSettings.PASSING));
        assertFalse(Files.exists(c.store("gone.mkv")));
    }

    @Test
    void aStoreInUseIsRefused() {
        Path store = c.store("used.mkv");
        RenderRequest request = c.request("used.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1);
        try (org.impasto.store.RenderStore held = org.impasto.store.RenderStore.open(store)) {
            ImpastoException e = assertThrows(ImpastoException.OutputFailed.class, () -> c.render(request));
            assertTrue(e.getMessage().contains("process " + ProcessHandle.current().pid()), e.getMessage());
        }
    }

    @Test
    void aManifestThatLeadsOutOfTheStoreIsRefused() throws IOException {
        copy("whole.mkv", "foreign.mkv");
        Path manifest = c.store("foreign.mkv").resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("segment-0000000-0000095.nut", "../foreign.mkv"));
        ImpastoException e = assertThrows(ImpastoException.OutputFailed.class,
                () -> c.render(c.request("foreign.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1)));
        assertTrue(e.getMessage().contains("../foreign.mkv"), e.getMessage());
        assertTrue(Files.exists(folder.resolve("foreign.mkv")));
    }

    @Test
    void packetsOfALossyCodecAreTheSameResumedOrNot() throws IOException {
        c.render(c.request("h264.mp4", StoredClip.H264, 1, FrameRange.ALL, 1));
        Cancellation cancellation = new Cancellation();
        AtomicInteger frames = new AtomicInteger();
        RenderRequest request = c.request("resumed.mp4", StoredClip.H264, 1, FrameRange.ALL, 1);
        assertThrows(ImpastoException.Cancelled.class, () -> new Renderer().render(request, c.listener(() -> {
            if (frames.incrementAndGet() == 150) {
                cancellation.request();
            }
        }), cancellation));
        c.render(request);
        assertEquals(Digests.sha256(folder.resolve("h264.mp4")), Digests.sha256(folder.resolve("resumed.mp4")));
        List<Frame> got = c.frames("h264.mp4");
        for (int i = 0; i < whole.size(); i++) {
            assertEquals(whole.get(i).pts() - whole.get(0).pts(), got.get(i).pts() - got.get(0).pts(), "time of frame " + i);
        }
    }

    @Test
    void everyEncoderThatWeNameCanBePutTogether() {
        for (Map.Entry<String, String> e : Map.of("libx265", "mkv", "libvpx-vp9", "webm", "prores_ks", "mov", "libsvtav1", "mp4", "mpeg4", "avi")
                .entrySet()) {
            String out = e.getKey() + "." + e.getValue();
            c.render(c.request(out, StoredClip.codec(e.getKey()), 1, new FrameRange(120, 160), 1));
            List<Frame> got = c.frames(out);
            assertEquals(41, got.size(), out);
            if (!e.getValue().equals("avi")) {
                for (int i = 0; i < got.size(); i++) {
                    assertEquals(whole.get(120 + i).pts() - whole.get(120).pts(), got.get(i).pts() - got.get(0).pts(), out + ", frame " + i);
                }
            }
        }
    }
}
