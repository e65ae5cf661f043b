package org.impasto.train;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.impasto.image.Image;

/** For benches: how far a picture is from a painting and from its content, in the terms of the training. Needs libtorch. */
public final class StyleDistance {
    /** Of the painting, pixels; whatever the strokes that a style was trained for. */
    private static final int SHORT_SIDE = 300;

    private final LossNetwork network;
    private final StyleLoss painting;

    public StyleDistance(Path lossNetwork, Path painting) {
        Training.check();
        network = new LossNetwork(lossNetwork, Place.PROCESSOR);
        try (NoGradGuard none = new NoGradGuard()) {
            this.painting = StyleLoss.from(List.of(Windows.wholes(network.features(Pictures.read(painting, SHORT_SIDE)))));
        }
    }

    public double style(Image picture) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            return painting.of(Windows.wholes(network.features(tensor(picture)))).item_float();
        }
    }

    /** Mean square difference of relu3_1 over its variance. */
    public double content(Image picture, Image source) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            Tensor wanted = network.features(tensor(source)).get(3).to(ScalarType.Float);
            return network.features(tensor(picture)).get(3).to(ScalarType.Float).sub(wanted).square().mean().item_float() / wanted.var().item_float();
        }
    }

    private static Tensor tensor(Image image) {
        return Pictures.tensor(image.data(), 1, 3, image.height(), image.width());
    }
}
