package org.impasto.train;

/** Means of a few steps' loss terms. */
final class Means {
    private int count;
    private double style;
    private double content;
    private double temporal;
    private double loss;

    void add(Trainer.Terms terms) {
        count++;
        style += terms.style();
        content += terms.content();
        temporal += terms.temporal();
        loss += terms.loss();
    }

    TrainProgress report(long step, Schedule schedule, double seconds, Pace pace) {
        return new TrainProgress(step, schedule.steps(), style / count, content / count, temporal / count, loss / count, seconds / count,
                schedule.open() || !pace.measured() ? Double.NaN : pace.seconds(step, schedule.steps()));
    }
}
