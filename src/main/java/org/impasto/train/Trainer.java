package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.impasto.train.Lessons.Lesson;

/**
 * What is trained, and one step of it: sequences in, the network on its own output for a few frames, one step of Adam.
 *
 * <p>What is judged of pictures that are painted into priors is the prior where the mask trusts it, and the network's paint in the holes: so the network learns to continue strokes across the
 * edge of trust, and is never rewarded for repainting, and so dulling, what is only carried. What else is judged, see {@link Lessons}.
 */
final class Trainer {
    // Of the first weights; libtorch seeds itself with chance.
    private static final long SEED = 67280421310721L;

    /**
     * What a step did.
     *
     * @param preparation seconds spent before gradients were needed
     */
    record Terms(double style, double content, double temporal, double loss, double preparation) {
        boolean finite() {
            return Double.isFinite(loss);
        }
    }

    private final TrainSettings settings;
    private final Place place;
    private final StyleNetwork net;
    private final Adam adam;
    private final LossNetwork vgg;
    private final StyleTerm style;
    private final List<Tensor> paintings;
    private final Optional<ColourTransport> colours;
    private final Sequences sequences;
    private final Lessons lessons;

    Trainer(TrainSettings settings, Photographs photographs) {
        this.settings = settings;
        place = photographs.place();
        vgg = new LossNetwork(settings.lossNetwork(), place);
        sequences = new Sequences(photographs, settings.size());
        paintings = settings.styleImages().stream().map(p -> place.here(Pictures.read(p, settings.stroke()))).map(Grain::without).toList();
        style = new StyleTerm(vgg, paintings);
        colours = settings.colourWeight() > 0 ? Optional.of(ColourTransport.between(photographs, paintings, settings.hueTurn())) : Optional.empty();
        manual_seed(SEED);
        net = new StyleNetwork(settings.preset());
        net.to(place.device(), false);
        lessons = new Lessons(sequences, net, place, settings.size());
        adam = new Adam(net.parameters(), new AdamOptions(Schedule.First.RANDOM.rate));
    }

    /** Before the first step: gives the network its first weights, and says which model they are of. */
    Optional<Path> start(Consumer<String> notes) {
        if (settings.start().models().isEmpty()) {
            return Optional.empty();
        }
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            return new StartModel(net, sequences, settings.size(), place).take(settings.start(), paintings,
                    pictures -> style.of(pictures).item_float(), notes);
        }
    }

    StyleNetwork network() {
        return net;
    }

    Adam optimizer() {
        return adam;
    }

    /** What steps leave for later ones, besides weights and moments. */
    List<Tensor> memory() {
        return style.memory();
    }

    /** One step of Adam; none where the loss or its gradient is not a number. */
    Terms step(long number, Schedule schedule) {
        adam.param_groups().get(0).options().set_lr(schedule.rate(number));
        net.compute(place.lossType());
        try (PointerScope scope = new PointerScope()) {
            return compute(number, schedule);
        } finally {
            net.compute(ScalarType.Float);
        }
    }

    private Terms compute(long number, Schedule schedule) {
        long begun = System.nanoTime();
        Random random = new Random(31 * number + 7);
        manual_seed(number);
        int unroll = 1 + random.nextInt(schedule.longest(number));
        Lesson lesson;
        try (NoGradGuard none = new NoGradGuard()) {
            net.eval();
            lesson = lessons.make(random, TrainSettings.BATCH, number % TrainSettings.TOLD == 0 ? TrainSettings.BATCH / 2 : 0, unroll);
            net.train(!schedule.frozen(number));
        }
        double preparation = (System.nanoTime() - begun) / 1e9;
        Tensor y = net.forward(lesson.content(), lesson.prior(), lesson.mask(), lesson.noise());
        long told = lesson.told();
        Tensor shown = Sequences.mix(y, lesson.prior(), lesson.mask());
        List<Tensor> features = vgg.features(shown);
        Tensor texture = style.along(shown, features, told, number / TrainSettings.TOLD, number);
        Tensor wanted;
        try (NoGradGuard none = new NoGradGuard()) {
            wanted = vgg.features(lesson.content()).get(3).to(ScalarType.Float);
        }
        Tensor likeness = features.get(3).to(ScalarType.Float).sub(wanted).square().mean().div(wanted.var().add(new Scalar(1e-6)));
        Tensor temporal = y.narrow(0, told, y.size(0) - told).sub(lesson.before()).square().mul(lesson.visible()).mean();
        Tensor film = FilmLoss.of(shown, lesson.content(), settings.contentWeight());
        if (told > 0) {
            temporal = temporal.add(y.sub(lesson.prior()).square().mul(lesson.mask()).mean());
            film = film.add(FilmLoss.beside(y.narrow(0, 0, told), lesson.mask().narrow(0, 0, told), lesson.alone()));
        }
        Tensor loss = texture.mul(new Scalar(settings.styleWeight())).add(likeness.mul(new Scalar(settings.contentWeight())))
                .add(temporal.mul(new Scalar(settings.coherenceWeight()))).add(film);
        if (colours.isPresent()) {
            loss = loss.add(colours.get().distance(shown, lesson.content()).mul(new Scalar(settings.colourWeight())));
        }
        if (settings.fleckWeight() > 0) {
            loss = loss.add(Flecks.of(shown, lesson.content()).mul(new Scalar(settings.fleckWeight())));
        }
        adam.zero_grad();
        loss.backward();
        double norm = clip_grad_norm_(net.parameters(), 5.0);
        double value = Double.isFinite(norm) ? loss.item_float() : Double.NaN;
        if (Double.isFinite(value)) {
            adam.step();
        }
        return new Terms(texture.item_float(), likeness.item_float(), temporal.item_float(), value, preparation);
    }
}
