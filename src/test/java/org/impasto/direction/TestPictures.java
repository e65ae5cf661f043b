package org.impasto.direction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.impasto.image.Image;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;

/** Pictures and clips that tests make. */
final class TestPictures {
    private TestPictures() {
    }

    static Image flat(int width, int height, float value) {
        Image image = new Image(width, height);
        Arrays.fill(image.data(), value);
        return image;
    }

    static Path png(Path file, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    static Path greyPng(Path file, int width, int height, int value) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[width * height];
        Arrays.fill(samples, value);
        image.getRaster().setPixels(0, 0, width, height, samples);
        return png(file, image);
    }

    /** A clip of grey frames, ten a second. */
    static Path clip(Path file, String codec, String format, String range, int width, int height, float... greys) {
        VideoInfo video = new VideoInfo("", width, height, format, 8, new Rational(1, 10), new Rational(10, 1), Rational.ONE, greys.length,
                0, false, new ColorInfo("bt709", "bt709", "bt709", range));
        EncodeSettings settings = new EncodeSettings(Optional.of(codec), codec.equals("ffv1") ? OptionalInt.empty() : OptionalInt.of(4),
                Optional.empty(), Optional.of(format), Map.of(), false);
        try (FrameSink sink = Clips.create(file, video, settings, true, m -> { }, Optional.empty())) {
            for (int i = 0; i < greys.length; i++) {
                sink.write(new Frame(i, i, 1, flat(width, height, greys[i])));
            }
            sink.finish();
        }
        return file;
    }
}
