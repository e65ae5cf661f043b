package org.impasto.coherence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.impasto.flow.FlowField;
import org.impasto.flow.MotionEstimator;
import org.impasto.flow.Warp;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.measure.WarpError;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.NoisePlane;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/**
 * Prints how much of a warp error is the measure's own: a picture (the first frame of the harbour) is panned over by 1.7 and 0.6 pixels a frame, once every frame is
 * painted alone, once the painting of the whole picture is panned over, which no carrying can better, and once it is rendered as usual. Mean square in 1/1000 of
 * the first, the others as shares of it; with the frame before fetched bilinearly, as is usual, and by a cubic spline. Then how far the last frame, painted alone, is from the painting of the whole picture
 * panned to there (mean square in 1/1000; what a new generation of paint differs by from the one before), with its noise where it always is, and where the network takes such noise with noise that was
 * carried along. Arguments: ONNX files.
 */
public final class PanBench {
    private static final int FRAMES = CoherenceBench.FRAMES;
    private static final double U = 1.7;
    private static final double V = 0.6;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    /** Where the first view lies in the picture. */
    private static final int MARGIN = 8;

    private PanBench() {
    }

    public static void main(String[] args) {
        Image picture = Scenes.clip("harbour").frame(0).image();
        List<Image> film = pan(picture);
        row("(the film itself)", List.of(film));
        for (String arg : args) {
            try (Stylizer s = Stylizers.load(Path.of(arg), DeviceChoice.parse("cpu"), 1, m -> { })) {
                List<Image> alone = film.stream().map(f -> s.stylize(f, Optional.empty(), 0)).toList();
                List<Image> perfect = pan(s.stylize(picture, Optional.empty(), 0));
                row(s.info().name(), List.of(alone, perfect, rendered(s, film)));
                int last = FRAMES - 1;
                System.out.printf(Locale.ROOT, "again: %.2f", 1000 * square(alone.get(last), perfect.get(last)));
                Stylization.noise(s, 0).ifPresent(n -> System.out.printf(Locale.ROOT, ", with its noise carried %.2f",
                        1000 * square(s.stylize(film.get(last), Optional.empty(), moved(n, last)), perfect.get(last))));
                System.out.println();
            }
        }
    }

    private static List<Image> pan(Image picture) {
        return IntStream.range(0, FRAMES).mapToObj(t -> view(Warp.sharp(picture,
                everywhere(picture.width(), picture.height(), U * t, V * t), Rows.SERIAL))).toList();
    }

    private static Image view(Image picture) {
        Image view = new Image(WIDTH, HEIGHT);
        for (int i = 0; i < 3 * HEIGHT; i++) {
            System.arraycopy(picture.data(), (i / HEIGHT * picture.height() + i % HEIGHT + MARGIN) * picture.width() + MARGIN, view.data(), i * WIDTH, WIDTH);
        }
        return view;
    }

    private static FlowField everywhere(int width, int height, double u, double v) {
        FlowField flow = new FlowField(width, height);
        Arrays.fill(flow.u(), (float) u);
        Arrays.fill(flow.v(), (float) v);
        return flow;
    }

    private static List<Image> rendered(Stylizer stylizer, List<Image> film) {
        try (MotionEstimator estimator = CoherenceBench.motion()) {
            return Film.painted(stylizer, CoherenceSettings.of(stylizer.info().carry(), 1), film, CoherenceBench.estimated(film, estimator), List.of());
        }
    }

    /** The first film's figures are absolute, the others' shares of them. */
    private static void row(String name, List<List<Image>> films) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (boolean sharp : new boolean[] {false, true}) {
            double first = error(films.get(0), sharp);
            line.append(String.format(Locale.ROOT, " %.2f |", 1000 * first));
            films.stream().skip(1).forEach(film -> line.append(String.format(Locale.ROOT, " %.3f |", error(film, sharp) / first)));
        }
        System.out.println(line);
    }

    private static double error(List<Image> film, boolean sharp) {
        FlowField flow = everywhere(WIDTH, HEIGHT, U, V);
        Plane outside = outside();
        return IntStream.range(1, FRAMES).mapToDouble(t -> {
            Image before = film.get(t - 1);
            return WarpError.between(sharp ? Warp.sharp(before, flow, Rows.SERIAL) : Textbook.bilinear(before, flow), film.get(t), outside);
        }).average().orElseThrow();
    }

    private static Plane moved(NoisePlane noise, int t) {
        Plane plane = new Plane(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            plane.data()[i] = noise.at((float) (i % WIDTH + MARGIN + U * t), (float) (i / WIDTH + MARGIN + V * t));
        }
        return plane;
    }

    /** Mean square difference. */
    private static double square(Image a, Image b) {
        return IntStream.range(0, a.data().length).mapToDouble(i -> a.data()[i] - b.data()[i]).map(d -> d * d).average().orElseThrow();
    }

    /** 1 where the frame before shows nothing. */
    private static Plane outside() {
        Plane outside = new Plane(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            outside.data()[i] = i % WIDTH + U > WIDTH - 1 || i / WIDTH + V > HEIGHT - 1 ? 1 : 0;
        }
        return outside;
    }
}
