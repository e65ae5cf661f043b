package org.impasto.coherence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.train.StyleDistance;

/**
 * Prints, as a table in Markdown, how near networks come to a painting and to the scene: style and content distance, in the terms of the training, of frames painted alone
 * (every 24th of harbour and of mill). Arguments: the painting, the loss network, styles as {@code --style} takes them. Needs -Dtrain.
 */
public final class PaintingBench {
    private static final int FRAMES = 72;
    private static final int EVERY = 24;

    private PaintingBench() {
    }

    public static void main(String[] args) {
        StyleDistance distance = new StyleDistance(Path.of(args[1]), Path.of(args[0]));
        List<Image> contents = new ArrayList<>();
        for (String clip : new String[] {"harbour", "mill"}) {
            for (int t = 0; t < FRAMES; t += EVERY) {
                contents.add(Scenes.clip(clip).frame(t).image());
            }
        }
        System.out.println("| network | style | content |\n|---|---|---|");
        for (String model : List.of(args).subList(2, args.length)) {
            try (Stylizer s = Stylizers.load(Gallery.locate().find(model), DeviceChoice.parse("cpu"), 2, m -> { })) {
                double style = 0;
                double content = 0;
                for (Image c : contents) {
                    Image painted = s.stylize(c, Optional.empty(), 0);
                    style += distance.style(painted) / contents.size();
                    content += distance.content(painted, c) / contents.size();
                }
                System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f |%n", model, style, content);
            }
        }
    }
}
