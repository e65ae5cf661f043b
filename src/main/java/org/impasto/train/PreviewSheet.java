package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** A picture of how far the training is: a photograph, painted alone, and after eight rounds of holes torn into the paint and filled. */
final class PreviewSheet {
    private static final int PHOTOGRAPH = 7;
    private static final int SIDE = 320;
    private static final int ROUNDS = 8;
    private static final int CELL = 20;

    private PreviewSheet() {
    }

    static void write(StyleNetwork net, Photographs photographs, Path file) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            manual_seed(1);
            net.eval();
            Place place = photographs.place();
            Tensor content = sized(photographs.get(PHOTOGRAPH % photographs.count()));
            long h = content.size(2);
            long w = content.size(3);
            Tensor noise = SmoothNoise.of(place, 1, h, w);
            Tensor alone = place.zeros(1, 3, h, w);
            paint(net, content, place.zeros(1, 1, h, w), noise, alone);
            Tensor later = alone.clone();
            for (int i = 0; i < ROUNDS; i++) {
                paint(net, content, holes(place, h, w), noise, later);
            }
            List<Tensor> sheet = List.of(content, alone, later);
            TrainFiles.replace(file, aside -> Pictures.write(sheet, aside));
        }
    }

    /** Into the picture itself, and with a scope of its own: the activations of all rounds together would be more than a gigabyte. */
    private static void paint(StyleNetwork net, Tensor content, Tensor mask, Tensor noise, Tensor picture) {
        try (PointerScope scope = new PointerScope()) {
            picture.copy_(Sequences.mix(net.forward(content, picture, mask, noise), picture, mask));
        }
    }

    private static Tensor sized(Tensor photo) {
        double scale = SIDE / (double) Math.min(photo.size(2), photo.size(3));
        long h = Math.round(photo.size(2) * scale) / 4 * 4;
        long w = Math.round(photo.size(3) * scale) / 4 * 4;
        return upsample_bilinear2d(photo, new long[] {h, w}, false, new org.bytedeco.pytorch.DoubleOptional(),
                new org.bytedeco.pytorch.DoubleOptional());
    }

    private static Tensor holes(Place place, long h, long w) {
        long rows = h / CELL + 1;
        long columns = w / CELL + 1;
        return upsample_nearest2d(place.rand(1, 1, rows, columns).gt(new Scalar(0.4)).to(ScalarType.Float), CELL * rows, CELL * columns)
                .narrow(2, 0, h).narrow(3, 0, w);
    }
}
