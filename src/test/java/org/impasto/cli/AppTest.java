package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.impasto.train.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new App(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rendr | did you mean 'render'",
        "--nope render | is not a command",
        "render | -i and -o must be given: impasto render -i IN -o OUT",
        "render -i a.mp4 | -o must be given",
        "render -i | -i needs a value, IN",
        "render -i a.mp4 -o b.mp4 --start 3 --end 2.5 | --end: 2.5 is not after --start 3",
        "render -i a.mp4 -o b.mp4 --end 0 | --end: 0 is not after the clip's beginning",
        "render -i a.mp4 -o b.mp4 --stats a.mp4 | --stats: a.mp4 is the clip itself",
        "render -i a.mp4 -o b.mp4 --stats ./b.mp4 | is the clip itself",
        "probe | -i must be given",
        "measure -i a.mp4 | -s must be given: impasto measure -i SOURCE -s STYLIZED",
        "measure -i a.mp4 -s b.mp4 --json x --csv x | --json and --csv name one file",
        "render -i a.mp4 -o b.mp4 --styel x | did you mean '--style'",
        "render -i a.mp4 -o b.mp4 extra | 'extra' is not expected",
        "render -i a.mp4 -o b.mp4 --inp x | inp",
        "render -i a.mp4 -o b.mp4 -y -n | contradict",
        "render -i a.mp4 -o b.mp4 --crf abc | --crf: 'abc' is not a whole number",
        "render -i a.mp4 -o b.mp4 --strength 2 | --strength: '2' is not a number from 0 to 1",
        "render -i a.mp4 -o b.mp4 --strength 0.5 --strength 1 | given twice",
        "render -i a.mp4 -o b.mp4 --frames 9-3 | --frames: '9-3' is not",
        "render -i a.mp4 -o b.mp4 --frames 1-2 --start 3 | contradict",
        "render -i a.mp4 -o b.mp4 -e novalue | key=value",
        "train --style-image a.jpg b.jpg -o d.onnx | --content and --loss-network must be given",
        "train --style-image --content b --loss-network c -o d.onnx | --style-image needs a value, FILE...",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --minutes 3 --steps 4 | --minutes and --steps contradict each other",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --hue-turn 90 --colour-weight 0 | --hue-turn turns hues for --colour-weight to go by",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --minutes 0 | --minutes: '0' is not a number from 0.01 to 1000000",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --preset slow | --preset: 'slow' is not fast or fine",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --size 100 | --size: '100' is not a multiple of 8 from 32 to 1024",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --stroke x | --stroke: 'x' is not a whole number from 64",
        "train --style-image a.jpg --content b --loss-network c -o d.onnx --style-weight NaN | --style-weight: 'NaN' is not a number from 0 to",
        "preview -i a.mp4 | -o must be given: impasto preview -i CLIP -o SHEET.png",
        "preview -i a.mp4 -o sheet.jpg | -o: sheet.jpg does not end in .png",
        "preview -i a.mp4 -o s.png --frame -1 | --frame: '-1' is not a whole number from 0",
        "preview -i a.mp4 -o s.png --style no-such-style | There is no style 'no-such-style'",
        "render -i a.mp4 -o b.mp4 --progress loud | auto, tty, lines, json or none",
    })
    void wrongUsageIsExitCodeTwoAndOneSentence(String line, String expected) {
        int code = run(line.trim().split(" "));
        assertEquals(2, code, line + ": " + error());
        assertTrue(error().contains(expected), error());
        assertEquals(1, error().lines().count(), error());
        assertEquals("", out.toString());
    }

    @Test
    void anEmptyPathIsNoPath() {
        assertEquals(2, run("render", "-i", "", "-o", "x.mp4"));
        assertEquals(2, run("probe", "-i", ""));
        assertEquals(2, error().lines().filter(l -> l.contains("--input: '' is not the path of a file")).count(), error());
    }

    @Test
    void missingInputIsExitCodeThree() {
        assertEquals(3, run("render", "-i", "no such file.mp4", "-o", "x.mp4"));
        assertTrue(error().contains("no such file.mp4 does not exist"), error());
        assertEquals(3, run("probe", "-i", "no such file.mp4"));
    }

    @Test
    void helpFitsEightyColumns() {
        for (String[] args : new String[][] {{"--help"}, {"help", "render"}, {"render", "-h"}, {"probe", "--help"}, {"help", "train"}}) {
            assertEquals(0, run(args));
        }
        out.toString().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertEquals("", error());
    }

    @Test
    void trainingSaysWhereItsLibrariesAreOrWhatIsMissing() {
        int code = run("train", "--style-image", "no such.jpg", "--content", "b", "--loss-network", "c", "-o", "d.onnx");
        if (Training.available()) {
            assertEquals(3, code);
            assertTrue(error().contains("--style-image: no such.jpg does not exist"), error());
        } else {
            assertEquals(2, code);
            assertTrue(error().contains("build it in with mvn package -DskipTests -Dtrain"), error());
        }
        assertEquals(1, error().lines().count(), error());
    }

    @Test
    void devicesListsTheProcessor() {
        assertEquals(0, run("devices"));
        assertTrue(out.toString().contains("cpu"));
    }

    /** The packages know each other only in the direction of the design. */
    @Test
    void librariesStayInTheirPackages() throws IOException {
        Path main = Path.of("src/main/java/org/impasto");
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                String where = main.relativize(file).toString().replace('\\', '/');
                assertTrue(where.startsWith("media/") || !text.contains("org.bytedeco.ffmpeg"), where + " sees FFmpeg");
                assertTrue(where.startsWith("flow/") || !text.contains("org.bytedeco.opencv"), where + " sees OpenCV");
                assertTrue(where.startsWith("style/") || !text.contains("ai.onnxruntime"), where + " sees ONNX Runtime");
                assertTrue(where.startsWith("train/") || !text.contains("org.bytedeco.pytorch"), where + " sees libtorch");
                assertTrue(where.startsWith("cli/") || where.equals("Main.java") || !text.contains("import org.impasto.cli"),
                        where + " knows the command line");
                assertTrue(where.startsWith("train/") || where.equals("cli/TrainCommand.java") || !text.contains("org.impasto.train"),
                        where + " sees the training");
                assertTrue(text.contains("public static void main(") || !text.contains("System.exit("),
                        where + " ends the JVM, but is no entry point");
            }
        }
    }
}
