package org.impasto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.impasto.ImpastoException;
import org.impasto.media.VideoInfo;
import org.impasto.render.RenderListener;
import org.impasto.render.RenderPlan;
import org.impasto.render.RenderReport;

/**
 * Shows how a render goes, on stderr: a line that is rewritten on a terminal, a line now and then elsewhere, or one JSON object
 * per line with the keys event ("started", "progress", "message", "finished"), done, total (null where unknown), fps and
 * eta (seconds, null where unknown).
 */
final class Progress implements RenderListener, AutoCloseable {
    enum How { TTY, LINES, JSON, NONE }

    private static final long TTY_NANOS = 200_000_000L;
    private static final long LINES_NANOS = 5_000_000_000L;

    private final How how;
    private final PrintStream err;
    private final LongSupplier nanos;
    private final ObjectMapper json = new ObjectMapper();
    private long total;
    private long begun;
    private long kept;
    private long shown;
    private boolean open;

    Progress(How how, PrintStream err, LongSupplier nanos) {
        this.how = how;
        this.err = err;
        this.nanos = nanos;
    }

    static Progress of(String name, PrintStream err) {
        How how = switch (name) {
            case "auto" -> System.console() == null ? How.LINES : How.TTY;
            case "tty" -> How.TTY;
            case "lines" -> How.LINES;
            case "json" -> How.JSON;
            case "none" -> How.NONE;
            default -> throw new ImpastoException.Usage("--progress: '" + name + "' is not auto, tty, lines, json or none");
        };
        return new Progress(how, err, System::nanoTime);
    }

    @Override
    public synchronized void started(RenderPlan plan, long totalFrames) {
        clear();
        total = totalFrames;
        begun = nanos.getAsLong();
        shown = begun;
        VideoInfo v = plan.clip().video();
        if (how == How.JSON) {
            print(event("started", 0));
        } else if (how != How.NONE) {
            err.printf(Locale.ROOT, "clip     %s: %dx%d, %s, %.5g fps%s%n", plan.clip().path().getFileName(), v.width(), v.height(),
                    v.codec(), v.frameRate().toDouble(), v.frames() > 0 ? ", " + v.frames() + " frames" : "");
            err.println("style    " + plan.style().title() + " (" + plan.style().kind().name().toLowerCase(Locale.ROOT)
                    + " stylizer, " + plan.style().conventions() + ")");
            err.println("device   " + plan.style().device());
            err.println("encoder  " + plan.encoder());
        }
    }

    @Override
    public synchronized void message(String sentence) {
        if (how == How.JSON) {
            Map<String, Object> e = new LinkedHashMap<>();
            e.put("event", "message");
            e.put("text", sentence);
            print(e);
        } else {
            clear();
            err.println("note     " + sentence);
        }
    }

    @Override
    public synchronized void surveyed(long frames) {
        long now = nanos.getAsLong();
        if ((how == How.TTY || how == How.LINES) && now - shown >= (how == How.LINES ? LINES_NANOS : TTY_NANOS)) {
            if (shown != 0) {
                err.print(how == How.TTY ? "\rsurvey   " + frames + " frames\u001b[K" : "survey   " + frames + " frames\n");
                err.flush();
                open = how == How.TTY;
            }
            shown = now;
        }
    }

    @Override
    public synchronized void framesKept(long frames) {
        kept += frames;
    }

    @Override
    public synchronized void frameDone(long done) {
        long now = nanos.getAsLong();
        boolean last = done == total;
        if (how == How.NONE || done <= kept || !last && now - shown < (how == How.LINES ? LINES_NANOS : TTY_NANOS)) {
            return;
        }
        shown = now;
        if (how == How.JSON) {
            print(event("progress", done));
            return;
        }
        double fps = fps(done);
        String text = total > 0
                ? String.format(Locale.ROOT, "render   %d/%d  %.1f%%  %.2f fps  ETA %s", done, total, 100.0 * done / total, fps,
                        clock((total - done) / fps))
                : String.format(Locale.ROOT, "render   %d  %.2f fps", done, fps);
        if (how == How.TTY) {
            err.print("\r" + bar(done) + text + "\u001b[K");
            err.flush();
            open = true;
        } else {
            err.println(text);
        }
    }

    void finished(RenderReport report, Path output) {
        if (how == How.JSON) {
            Map<String, Object> e = event("finished", report.frames());
            e.put("seconds", report.timing().wallSeconds());
            print(e);
        } else if (how != How.NONE) {
            err.printf(Locale.ROOT, "done     %d frames in %.1f s (%.2f fps)%s, %d cuts: %s (%.1f MB)%n", report.frames(),
                    report.timing().wallSeconds(), (report.frames() - report.keptFrames()) / report.timing().wallSeconds(),
                    report.keptFrames() > 0 ? ", " + report.keptFrames() + " of them kept" : "", report.cuts().size(), output,
                    size(output) / 1e6);
            err.println("time     " + report.timing().stages().entrySet().stream()
                    .map(s -> String.format(Locale.ROOT, "%s %.1f s", s.getKey(), s.getValue().wallSeconds()))
                    .collect(Collectors.joining(", ")));
        }
    }

    private Map<String, Object> event(String name, long done) {
        Map<String, Object> e = new LinkedHashMap<>();
        e.put("event", name);
        e.put("done", done);
        e.put("total", total > 0 ? total : null);
        e.put("fps", done > 0 ? fps(done) : null);
        e.put("eta", done > 0 && total > 0 ? (total - done) / fps(done) : null);
        return e;
    }

    private double fps(long done) {
        return (done - kept) / Math.max(1e-9, (nanos.getAsLong() - begun) / 1e9);
    }

    private String bar(long done) {
        if (total <= 0) {
            return "";
        }
        int filled = (int) (20 * Math.min(done, total) / total);
        return "[" + "#".repeat(filled) + "-".repeat(20 - filled) + "] ";
    }

    static String clock(double seconds) {
        long s = Math.round(seconds);
        return s >= 3600 ? String.format("%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60) : String.format("%02d:%02d", s / 60, s % 60);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private void print(Map<String, Object> event) {
        try {
            err.println(json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void clear() {
        if (open) {
            err.println();
            open = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
