package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** A picture of how far the training is: a photograph, painted alone, and the next frame of a pan over it, painted alone with the noise that has moved along. The same strokes are to be on the same things. */
final class PreviewSheet {
    private static final int PHOTOGRAPH = 7;
    private static final int SIDE = 328;
    /** What a frame has less than the photograph. */
    private static final int MARGIN = 8;
    /** No multiple of the four pixels that are one inside the network. */
    private static final int PAN = 6;

    private PreviewSheet() {
    }

    static void write(StyleNetwork net, Photographs photographs, Path file) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            manual_seed(1);
            net.eval();
            Tensor photograph = sized(photographs.get(PHOTOGRAPH % photographs.count()));
            Tensor noise = SmoothNoise.of(photographs.place(), 1, photograph.size(2), photograph.size(3));
            List<Tensor> sheet = List.of(frame(photograph, 0), painted(net, photographs.place(), photograph, noise, 0), painted(net, photographs.place(), photograph, noise, PAN));
            TrainFiles.replace(file, aside -> Pictures.write(sheet, aside));
        }
    }

    private static Tensor painted(StyleNetwork net, Place place, Tensor photograph, Tensor noise, int at) {
        Tensor content = frame(photograph, at);
        return net.forward(content, place.zeros(1, 3, content.size(2), content.size(3)), place.zeros(1, 1, content.size(2), content.size(3)), frame(noise, at));
    }

    private static Tensor frame(Tensor whole, int at) {
        return whole.narrow(2, at, whole.size(2) - MARGIN).narrow(3, at, whole.size(3) - MARGIN);
    }

    private static Tensor sized(Tensor photo) {
        double scale = SIDE / (double) Math.min(photo.size(2), photo.size(3));
        long h = Math.round(photo.size(2) * scale) / 4 * 4;
        long w = Math.round(photo.size(3) * scale) / 4 * 4;
        return upsample_bilinear2d(photo, new long[] {h, w}, false, new org.bytedeco.pytorch.DoubleOptional(),
                new org.bytedeco.pytorch.DoubleOptional());
    }
}
