package org.impasto.scene;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.impasto.ImpastoException;

/** The command that renders the project's test clips, or writes their true motion; see test-clips/README.md. */
public final class MakeClips {
    private static final Options OPTIONS = new Options()
            .addOption(null, "flow", false, "write flow and occlusion as MPI Sintel does, instead of clips");

    private MakeClips() {
    }

    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.err));
    }

    /** Arguments: the folder, then names of clips; none means all. */
    static int run(String[] args, PrintStream log) throws IOException {
        try {
            CommandLine line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(OPTIONS, args);
            List<String> rest = line.getArgList();
            if (rest.isEmpty()) {
                throw new ParseException("expected [--flow] FOLDER [NAME...], found no folder");
            }
            List<String> names = rest.size() > 1 ? rest.subList(1, rest.size()) : Scenes.clips();
            for (String name : names) {
                if (!Scenes.clips().contains(name)) {
                    throw new ParseException("there is no clip " + name + ", only " + String.join(", ", Scenes.clips()));
                }
            }
            Path folder = Files.createDirectories(Path.of(rest.get(0)));
            for (String name : names) {
                make(name, folder, line.hasOption("flow"), log);
            }
            return 0;
        } catch (ParseException e) {
            log.println("MakeClips: " + e.getMessage());
            return 2;
        } catch (ImpastoException e) {
            log.println("MakeClips: " + e.getMessage());
            return e.exitCode();
        }
    }

    private static void make(String name, Path folder, boolean flow, PrintStream log) throws IOException {
        long start = System.nanoTime();
        Scene scene = Scenes.clip(name);
        long ready = System.nanoTime();
        if (flow) {
            MotionFiles.write(scene, folder);
        } else {
            ClipFile.write(scene, folder.resolve(name + ".mp4"), log);
        }
        log.printf("%s: layers %.0f s, %d frames %.0f s%n", name, (ready - start) / 1e9, scene.frames(),
                (System.nanoTime() - ready) / 1e9);
    }
}
