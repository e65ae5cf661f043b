package org.impasto.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.impasto.style.DeviceChoice;

/** All that a training of a few seconds needs: pictures and a loss network of random numbers. */
final class TinyTraining implements TrainListener {
    static final String[] OURS = {"preprocess", "conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1"};
    static final String[] TORCHVISION = {"features.0", "features.2", "features.5", "features.7", "features.10"};

    final Path folder;
    final Path painting;
    final Path content;
    final Path network;
    final List<String> messages = new ArrayList<>();
    final List<TrainProgress> progress = new ArrayList<>();

    TinyTraining(Path folder) throws IOException {
        this.folder = folder;
        painting = folder.resolve("painting.png");
        content = Files.createDirectories(folder.resolve("photographs"));
        network = folder.resolve("loss.safetensors");
        picture(painting, 1, 90, 70);
        for (int i = 0; i < 3; i++) {
            picture(content.resolve("photo" + i + ".png"), 10 + i, 60, 50 + i);
        }
        network(network, OURS, 3);
    }

    TrainSettings settings(String name, long steps) {
        return settings(name, steps, Optional.empty(), 64);
    }

    TrainSettings settings(String name, long steps, Optional<Path> resume, int stroke) {
        return settings(name, steps, Start.NONE, resume, stroke);
    }

    TrainSettings settings(String name, long steps, Start start, Optional<Path> resume, int stroke) {
        return new TrainSettings(List.of(painting), content, network, folder.resolve(name + ".onnx"),
                steps > 0 ? OptionalLong.of(steps) : OptionalLong.empty(), OptionalDouble.empty(), Preset.FAST, 32, stroke, TrainSettings.STYLE,
                TrainSettings.CONTENT, TrainSettings.COLOUR, 0, TrainSettings.FLECK, TrainSettings.TEMPORAL, OptionalInt.of(1), DeviceChoice.parse("cpu"), start, resume, Optional.empty(), false);
    }

    long run(TrainSettings settings) {
        return Training.run(settings, this, () -> false);
    }

    /** A run that is asked to stop after so many steps. */
    void stopped(TrainSettings settings, int after) {
        int[] asked = {0};
        BooleanSupplier stop = () -> asked[0]++ == after;
        Training.run(settings, this, stop);
    }

    @Override
    public void message(String sentence) {
        messages.add(sentence);
    }

    @Override
    public void progress(TrainProgress p) {
        progress.add(p);
    }

    static void picture(Path file, int seed, int w, int h) throws IOException {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /** @param in channels of the first layer */
    static void network(Path file, String[] layers, int in) throws IOException {
        Random random = new Random(5);
        int[] channels = {3, 4, 4, 8, 8, 8};
        int skip = channels.length - layers.length;
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        List<Float> data = new ArrayList<>();
        int before = in;
        for (int i = 0; i < layers.length; i++) {
            int out = channels[i + skip];
            int side = layers[i].equals("preprocess") ? 1 : 3;
            entry(header, data, layers[i] + ".weight", random, out, before, side, side);
            entry(header, data, layers[i] + ".bias", random, out);
            before = out;
        }
        byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + json.length + 4 * data.size()).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(json.length).put(json);
        data.forEach(all::putFloat);
        Files.write(file, all.array());
    }

    private static void entry(StringBuilder header, List<Float> data, String name, Random random, int... shape) {
        int count = 1;
        List<Integer> sizes = new ArrayList<>();
        for (int s : shape) {
            count *= s;
            sizes.add(s);
        }
        header.append(String.format(",\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}", name, sizes, 4 * data.size(),
                4 * (data.size() + count)));
        for (int i = 0; i < count; i++) {
            data.add((float) (random.nextGaussian() * 0.3));
        }
    }
}
