package org.impasto.train;

/** Hears how a training run goes. */
public interface TrainListener {
    void message(String sentence);

    void progress(TrainProgress progress);
}
