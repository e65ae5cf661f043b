package org.impasto.sheet;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.impasto.image.Image;
import org.impasto.media.Clips;
import org.impasto.media.FrameSource;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Style;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/** Paints frame 30 of test-clips/harbour.mp4 in every style of the gallery, and writes it beside the model as NAME.jpg, 320x180. */
public final class Thumbnails {
    static final int WIDTH = 320;
    static final int HEIGHT = 180;
    private static final int FRAME = 30;

    private Thumbnails() {
    }

    public static void main(String[] args) throws Exception {
        Image frame = null;
        try (FrameSource source = Clips.open(Path.of("test-clips/harbour.mp4"), 1)) {
            for (int i = 0; i <= FRAME; i++) {
                frame = source.next().orElseThrow().image();
            }
        }
        for (Style style : Gallery.locate().styles()) {
            try (Stylizer stylizer = Stylizers.load(style.path(), DeviceChoice.parse("cpu"), 1, m -> { })) {
                BufferedImage painted = ContactSheet.buffered(stylizer.stylize(frame, Optional.empty(), 0));
                Path file = style.path().resolveSibling(style.name() + ".jpg");
                ImageIO.write(ContactSheet.scaled(painted, (double) WIDTH / painted.getWidth()), "jpg", file.toFile());
                System.out.println(file);
            }
        }
    }
}
