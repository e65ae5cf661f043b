package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.testing.EightBits;
import org.junit.jupiter.api.Test;

/** Ground with texture at the left, which moves by a pixel; what the flow says of the right half is a guess. */
class MotionChoiceTest {
    private static final int W = 160;
    private static final int H = 96;
    private static final int HALF = W / 2;
    private static final double GROUND = 1;
    private static final float GUESS = 6;
    // Across 80 pixels a fifth of all brightness.
    private static final DoubleBinaryOperator SHADED = (x, y) -> 0.4 + 0.0025 * x;

    private final Random random = new Random(1);
    private double grain;

    @Test
    void theFaintestShadingSaysHowGroundMoves() {
        MotionChoice.Chosen chosen = choose(SHADED, GROUND, GUESS);
        for (int y = 0; y < H; y++) {
            for (int x = HALF + 8; x < W - 8; x++) {
                assertEquals(1, chosen.chosen()[y * W + x], "at " + x + ", " + y);
                assertEquals(GROUND, chosen.flow().u()[y * W + x], 0.01);
                assertEquals(0, chosen.flow().v()[y * W + x], 0.01);
            }
        }
    }

    @Test
    void whereThereIsNothingAtAllTheFlowStays() {
        assertNothingChosen(choose((x, y) -> 0.4, GROUND, GUESS), GUESS);
    }

    @Test
    void whatMovesAsTheFlowSaysStays() {
        assertNothingChosen(choose(SHADED, GUESS, GUESS), GUESS);
    }

    @Test
    void lessThanAPixelIsNotDecided() {
        assertNothingChosen(choose(SHADED, GROUND, 1.9f), 1.9f);
    }

    /** Of two motions that both leave all of the grain one leaves less by chance. */
    @Test
    void grainAloneSpeaksForNoMotion() {
        grain = 0.004;
        assertNothingChosen(choose((x, y) -> 0.4, GROUND, GUESS), GUESS);
        float[] chosen = choose((x, y) -> 0.4 + 3e-4 * x, GROUND, GUESS).chosen();
        assertEquals(1, chosen[H / 2 * W + 3 * W / 4]);
    }

    private static void assertNothingChosen(MotionChoice.Chosen chosen, float guess) {
        assertFalse(chosen.any());
        float[] row = Arrays.copyOfRange(chosen.flow().u(), HALF, W);
        float[] guesses = new float[W - HALF];
        Arrays.fill(guesses, guess);
        assertArrayEquals(guesses, row);
    }

    /**
     * @param right brightness of the right half
     * @param moves by how many pixels it does
     * @param says what the flow says of it
     */
    private MotionChoice.Chosen choose(DoubleBinaryOperator right, double moves, float says) {
        FlowField flow = new FlowField(W, H);
        float[] texture = new float[W * H];
        Plane trust = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            flow.u()[i] = i % W < HALF ? (float) GROUND : says;
            texture[i] = i % W < HALF ? 1 : 0;
            trust.data()[i] = 1;
        }
        try (MotionChoice choice = new MotionChoice()) {
            return choice.choose(flow, trust, texture, Side.of(frame(right, 0, 0)), Side.of(frame(right, GROUND, moves)));
        }
    }

    /** @param by how far the left half has moved
     *  @param moves how far the right half has */
    private Image frame(DoubleBinaryOperator right, double by, double moves) {
        Image image = new Image(W, H);
        for (int i = 0; i < 3 * W * H; i++) {
            int x = i % W;
            int y = i / W % H;
            image.data()[i] = (float) (grain * random.nextGaussian() + (x < HALF ? 0.5 + 0.2 * Math.sin((x - by) * 0.7) * Math.sin(y * 0.6) : right.applyAsDouble(x - moves, y)));
        }
        return EightBits.of(image);
    }
}
