package org.impasto.style;

import ai.onnxruntime.OrtException;
import org.impasto.ImpastoException;
import org.impasto.image.Image;

/** Finds out by small runs what a network does not declare: which sizes it takes and in which range its numbers lie. */
final class Probe {
    private static final int[] MULTIPLES = {1, 2, 4, 8, 16, 32};
    /** Odd, and above what most networks' reflecting borders need; the second try is for those with wide borders. */
    private static final int[][] SIDES = {{37, 35}, {149, 147}};

    private final Network network;
    private final ModelNotes notes;

    Probe(Network network, ModelNotes notes) {
        this.network = network;
        this.notes = notes;
    }

    /**
     * What was found.
     *
     * @param multiple of which sides must be a multiple
     * @param least side that is known to work
     * @param range of the numbers
     */
    record Findings(int multiple, int least, ValueRange range) {
    }

    Findings run() {
        Signature s = network.signature();
        Sizes sizes = s.width() > 0 && s.height() > 0 ? new Sizes(1, 1, new Canvas(s.width(), s.height())) : sizes();
        ValueRange range = ValueRange.stated(notes) ? ValueRange.UNIT : detectRange(sizes.canvas());
        return new Findings(sizes.multiple(), sizes.least(), range.with(notes));
    }

    private record Sizes(int multiple, int least, Canvas canvas) {
    }

    private Sizes sizes() {
        ImpastoException first = null;
        for (int[] sides : SIDES) {
            for (int k : notes.multiple() > 0 ? new int[] {notes.multiple()} : MULTIPLES) {
                Canvas c = fixed(new Canvas(oddMultiple(sides[0], k), oddMultiple(sides[1], k)));
                try {
                    Network.Answer a = answer(c, ValueRange.UNIT);
                    if (a.isPicture(c.width(), c.height())) {
                        return new Sizes(k, Math.max(oddMultiple(sides[0], k), oddMultiple(sides[1], k)), c);
                    }
                    first = first == null || k > 1 ? network.wrongSize(c, a) : first;
                } catch (OrtException e) {
                    first = first != null ? first : new ImpastoException.BadModel("The network " + network.name()
                            + " cannot be run on a picture of " + c.width() + "x" + c.height() + ": "
                            + OrtMessage.of(e), e);
                }
            }
        }
        throw first;
    }

    /** A network may insist on one of the two sides. */
    private Canvas fixed(Canvas c) {
        Signature s = network.signature();
        return new Canvas(s.width() > 0 ? s.width() : c.width(), s.height() > 0 ? s.height() : c.height());
    }

    /** The smallest odd multiple of k from n on: no multiple of 2k, so that it shows whether k is enough. */
    private static int oddMultiple(int n, int k) {
        int q = (n + k - 1) / k;
        return k * (q % 2 == 0 ? q + 1 : q);
    }

    /**
     * The ranges in use are 0..255, -1..1 and 0..1. A picture of 0..255 is given: a network made for that answers in
     * values far above 1, one with a tanh at its end, when given -1..1, in both signs and not beyond 1.
     */
    private ValueRange detectRange(Canvas c) {
        try {
            Network.Answer bytes = answer(c, ValueRange.BYTES);
            if (!bytes.isPicture(c.width(), c.height())) {
                throw network.wrongSize(c, bytes);
            }
            if (Extent.of(bytes.values()).high() > 2) {
                return ValueRange.BYTES;
            }
            Extent signed = Extent.of(answer(c, ValueRange.SIGNED).values());
            boolean bounded = signed.high() <= 1.001f && signed.low() >= -1.001f;
            return bounded && signed.low() < -0.2f ? ValueRange.SIGNED : ValueRange.UNIT;
        } catch (OrtException e) {
            throw new ImpastoException.BadModel("The network " + network.name() + " cannot be run on a picture of "
                    + c.width() + "x" + c.height() + ": " + OrtMessage.of(e), e);
        }
    }

    private Network.Answer answer(Canvas c, ValueRange range) throws OrtException {
        try (Slot slot = new Slot(network.signature(), c)) {
            slot.content(picture(c.width(), c.height()), range);
            slot.noPrior();
            return network.probe(slot);
        }
    }

    /** Something like a photograph, always the same: slopes from black to white in each colour, and texture. */
    static Image picture(int width, int height) {
        Image image = new Image(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float u = width == 1 ? 0 : x / (width - 1f);
                float v = height == 1 ? 0 : y / (height - 1f);
                float texture = 0.15f * WhiteNoise.at(x / 2, y / 2, 1);
                float[] rgb = {u, v, 1 - (u + v) / 2};
                for (int c = 0; c < 3; c++) {
                    image.data()[(c * height + y) * width + x] = Math.min(1, Math.max(0, rgb[c] + texture));
                }
            }
        }
        return image;
    }

    /** Lowest and highest finite value. */
    record Extent(float low, float high) {
        static Extent of(float[] values) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (float v : values) {
                if (Float.isFinite(v)) {
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
            return new Extent(low, high);
        }
    }
}
