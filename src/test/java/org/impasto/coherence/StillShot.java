package org.impasto.coherence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.impasto.style.Stylizer;

/** A shot of one picture with grain that changes from frame to frame; that nothing moves is known. */
final class StillShot {
    static final int FRAMES = 501;
    private static final int SETTLED = 50;
    private static final double GRAIN = 0.008;

    private StillShot() {
    }

    /** How far the mean of the channel that moves most goes between frames 50 and 500, in 1/255. */
    static double drift(Stylizer stylizer, Image picture) {
        int w = picture.width();
        int h = picture.height();
        Plane trust = new Plane(w, h);
        Arrays.fill(trust.data(), 1);
        Motion none = new Motion(new FlowField(w, h), trust);
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(stylizer.info().carry(), 1), Rows.SERIAL);
        Random random = new Random(1);
        NoisePlane noise = Stylization.noise(stylizer, 0).orElseThrow();
        List<Coming> coming = new ArrayList<>();
        Optional<CoherenceState> state = Optional.empty();
        double[] settled = null;
        for (int t = 0; t < FRAMES; t++) {
            while (coming.size() <= Coming.MOST) {
                Image content = grained(picture, random);
                coming.add(new Coming(content, Optional.of(new MotionPair(none, Optional.of(none))), Stylization.by(stylizer, content, 0)));
            }
            state = Optional.of(rule.follow(state, coming, 1, noise));
            coming.remove(0);
            if (t == SETTLED) {
                settled = means(state.get().painted());
            }
        }
        double[] last = means(state.orElseThrow().painted());
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            worst = Math.max(worst, 255 * Math.abs(last[c] - settled[c]));
        }
        return worst;
    }

    private static Image grained(Image picture, Random random) {
        Image content = new Image(picture.width(), picture.height());
        for (int i = 0; i < content.data().length; i++) {
            content.data()[i] = picture.data()[i] + (float) (GRAIN * random.nextGaussian());
        }
        return content;
    }

    private static double[] means(Image image) {
        double[] sum = new double[3];
        for (int i = 0; i < image.data().length; i++) {
            sum[i / image.pixels()] += image.data()[i] / image.pixels();
        }
        return sum;
    }
}
