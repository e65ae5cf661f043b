package org.impasto.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import org.impasto.flow.FlowField;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** Pictures and motion of which the figures are known. */
final class Given {
    static final int W = 96;
    static final int H = 64;
    private static final int WIDE = 256;
    private static final int[] WALL = new Random(5).ints(3 * WIDE * WIDE, 0, 65536).toArray();

    private Given() {
    }

    /** White noise around one half: mean 0.5, standard deviation 0.1, independent in every value. */
    static Image noise(long seed) {
        Random random = new Random(seed);
        Image image = new Image(W, H);
        for (int i = 0; i < image.data().length; i++) {
            // Uniform, so that nothing is clipped.
            image.data()[i] = (float) (0.5 + 0.1 * Math.sqrt(12) * (random.nextDouble() - 0.5));
        }
        return image;
    }

    static Image flat(float value) {
        Image image = new Image(W, H);
        Arrays.fill(image.data(), value);
        return image;
    }

    /** A large picture of uniform noise, 0 to 1, seen through a window at (x, y). */
    static Image window(int x, int y) {
        Image image = new Image(W, H);
        for (int c = 0; c < 3; c++) {
            for (int j = 0; j < H; j++) {
                for (int i = 0; i < W; i++) {
                    image.data()[(c * H + j) * W + i] = WALL[(c * WIDE + j + y) * WIDE + i + x] / 65535f;
                }
            }
        }
        return image;
    }

    static Image mix(Image a, Image b, double weightOfB) {
        Image image = new Image(W, H);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = (float) ((1 - weightOfB) * a.data()[i] + weightOfB * b.data()[i]);
        }
        return image;
    }

    /** Each channel's mean over squares of {@code 2 * radius + 1} pixels a side. */
    static Image blurred(Image image, int radius) {
        return image.map(channel -> BoxBlur.of(channel, radius, Rows.SERIAL));
    }

    /** Everything moves alike; nothing is hidden. */
    static Step moving(float u, float v) {
        FlowField flow = new FlowField(W, H);
        Arrays.fill(flow.u(), u);
        Arrays.fill(flow.v(), v);
        return new Step(flow, new Plane(W, H), Optional.empty());
    }

    static Map<Track, Samples> frames(Image source, Image stylized) {
        Map<Track, Samples> frames = new EnumMap<>(Track.class);
        frames.put(Track.SOURCE, Samples.of(source));
        frames.put(Track.STYLIZED, Samples.of(stylized));
        return frames;
    }

    /** The same step between any two frames. */
    static MotionSource always(Step step, boolean knowsCuts) {
        return in(index -> step, knowsCuts);
    }

    /** The step to each frame. */
    static MotionSource in(LongFunction<Step> steps, boolean knowsCuts) {
        return new MotionSource() {
            @Override
            public String description() {
                return "given";
            }

            @Override
            public boolean knowsCuts() {
                return knowsCuts;
            }

            @Override
            public Step to(long index, Samples earlier, Samples later) {
                return steps.apply(index);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
