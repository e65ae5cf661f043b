package org.impasto.direction;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.impasto.ImpastoException.BadInput;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file as values that know their lines. Makes no objects of what the file names, only text, lists and maps. */
final class YamlFile {
    private static final int MOST_BYTES = 1 << 20;
    /** The library composes by recursion. */
    private static final int DEEPEST = 20;

    private final Path path;

    private YamlFile(Path path) {
        this.path = path;
    }

    /** The one document of a file; empty where the file holds nothing but space and comments. */
    static Optional<Value> read(Path path) {
        return new YamlFile(path).value();
    }

    Path path() {
        return path;
    }

    /** @param line counted from 1 */
    BadInput error(int line, String sentence) {
        return new BadInput(path + ":" + line + ": " + sentence);
    }

    private Optional<Value> value() {
        String text = text();
        LoadSettings settings = LoadSettings.builder().setLabel(path.toString()).setAllowNonScalarKeys(true).build();
        try {
            checkDepth(text, settings);
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.map(node -> new Value(this, "the file", node));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
            throw error(line, "this is not YAML: " + oneLine(e.getProblem() == null ? e.getContext() : e.getProblem()));
        } catch (ReaderException e) {
            throw error(1, String.format("this is not YAML: it has the character U+%04X, which is not allowed", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw error(1, "this is not YAML: " + oneLine(e.getMessage()));
        }
    }

    private String text() {
        try {
            if (!Files.isRegularFile(path)) {
                throw new BadInput("there is no direction file " + path);
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new BadInput(path + " has " + Files.size(path) + " bytes, expected a text of at most " + MOST_BYTES);
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput(path + " is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private void checkDepth(String text, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw error(event.getStartMark().map(Mark::getLine).orElse(0) + 1,
                        "expected at most " + DEEPEST + " lists and maps inside each other, found more");
            }
        }
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").trim();
    }
}
