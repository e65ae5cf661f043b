package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.globalContext;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.impasto.ImpastoException.Cancelled;
import org.impasto.ImpastoException.Usage;

/** One training run from its settings, or a checkpoint, to its model: the loop around {@link Trainer}. */
final class TrainRun {
    private static final double REPORT_SECONDS = 10;
    private static final double SAVE_SECONDS = 180;

    private final TrainSettings settings;
    private final TrainListener listener;
    private final BooleanSupplier stop;
    private final long begun = System.nanoTime();
    private final Photographs photographs;
    private final Map<String, String> fingerprint;
    private final double minutes;
    private final Trainer trainer;
    private final Optional<Path> start;
    private final Pace pace;
    private Schedule schedule;
    private long step;
    /** The last step that the checkpoint has; -1 where there is none. */
    private long saved = -1;

    TrainRun(TrainSettings settings, TrainListener listener, BooleanSupplier stop) {
        this.settings = settings;
        this.listener = listener;
        this.stop = stop;
        Checkpoint.State state = settings.resume().map(Checkpoint::state).orElse(null);
        int threads = settings.threads().orElse(state == null ? Runtime.getRuntime().availableProcessors()
                : Integer.parseInt(state.settings().getOrDefault("--threads", "1")));
        // Before anything is computed: their number decides how sums are split, and so the last bits.
        set_num_threads(threads);
        // It has no part in these networks, and complains about processors that it does not know.
        globalContext().setUserEnabledNNPACK(false);
        Place place = Place.of(settings.device(), listener::message);
        photographs = new Photographs(settings.content(), settings.size(), place, listener::message);
        trainer = new Trainer(settings, photographs);
        if (state == null) {
            minutes = settings.minutes().orElse(0);
            start = trainer.start(listener::message);
            schedule = new Schedule(minutes > 0 ? 0 : settings.steps().orElse(start.isPresent() ? TrainSettings.FURTHER_STEPS : TrainSettings.STEPS),
                    settings.start().first(start));
        } else {
            same(state);
            minutes = state.minutes();
            start = settings.start().again(state.settings().get(Fingerprint.START));
            schedule = new Schedule(state.steps(), settings.start().first(start));
        }
        pace = new Pace(schedule);
        fingerprint = Fingerprint.of(settings, start, photographs.files(), threads, place, trainer.network());
        if (state != null) {
            Fingerprint.check(state.settings(), fingerprint, settings.resume().orElseThrow());
            Checkpoint.restore(settings.resume().orElseThrow(), trainer.network(), trainer.optimizer(), trainer.memory());
            step = state.step();
            saved = step;
            listener.message("goes on after step " + step + (schedule.open() ? "" : " of " + schedule.steps()));
        }
    }

    private void same(Checkpoint.State state) {
        boolean steps = settings.steps().isPresent() && (state.minutes() > 0 || settings.steps().getAsLong() != state.steps());
        boolean limit = settings.minutes().isPresent() && settings.minutes().getAsDouble() != state.minutes();
        if (steps || limit) {
            throw new Usage("--resume: " + settings.resume().orElseThrow() + " was made with "
                    + (state.minutes() > 0 ? "--minutes " + state.minutes() : "--steps " + state.steps()) + ", not with "
                    + (steps ? "--steps " + settings.steps().getAsLong() : "--minutes " + settings.minutes().getAsDouble())
                    + ": leave both out to go on as it was planned");
        }
    }

    Trainer trainer() {
        return trainer;
    }

    long run() {
        Means means = new Means();
        double reported = seconds();
        double kept = reported;
        while (schedule.open() || step < schedule.steps()) {
            if (stop.getAsBoolean()) {
                save();
                throw new Cancelled("stopped after step " + step + ": --resume " + settings.checkpoint() + " goes on");
            }
            double before = seconds();
            Trainer.Terms terms = trainer.step(step, schedule);
            if (!terms.finite()) {
                throw new Diverged("the loss is not a number any more in step " + (step + 1) + ", training has stopped: "
                        + (saved < 0 ? "no checkpoint had been written yet" : "the checkpoint of step " + saved + " is kept")
                        + "; lower weights may help");
            }
            pace.add(step, seconds() - before, terms.preparation());
            means.add(terms);
            step++;
            if (schedule.open() && pace.known(step)) {
                schedule = new Schedule(Math.max(step, pace.reach(step, 60 * minutes - seconds())), schedule.first());
                listener.message(schedule.steps() + " steps fit into " + minutes + " minutes");
                save();
            }
            double now = seconds();
            if (now - reported >= REPORT_SECONDS || step == schedule.steps()) {
                listener.progress(means.report(step, schedule, now - reported, pace));
                means = new Means();
                reported = now;
            }
            if (now - kept >= SAVE_SECONDS) {
                save();
                PreviewSheet.write(trainer.network(), photographs, settings.previewFile());
                kept = now;
            }
        }
        save();
        PreviewSheet.write(trainer.network(), photographs, settings.previewFile());
        ModelOutput.write(trainer.network(), settings, start, step);
        return step;
    }

    private void save() {
        Checkpoint.save(settings.checkpoint(), new Checkpoint.State(step, schedule.steps(), minutes, fingerprint), trainer.network(),
                trainer.optimizer(), trainer.memory());
        saved = step;
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
