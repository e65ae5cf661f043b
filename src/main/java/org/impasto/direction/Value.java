package org.impasto.direction;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.impasto.ImpastoException.BadInput;
import org.impasto.Spelling;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of a YAML file, read as what is expected there; what is not that is an error that names the line. */
final class Value {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int SHOWN = 60;

    private final YamlFile file;
    private final String name;
    private final Node node;

    /** @param name of the key it belongs to, for sentences */
    Value(YamlFile file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
        if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
            throw error("the tag " + shown(node.getTag().getValue()) + " is not known");
        }
    }

    String name() {
        return name;
    }

    int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    BadInput error(String sentence) {
        return file.error(line(), sentence);
    }

    BadInput expected(String what) {
        return expected(what, "");
    }

    private BadInput expected(String what, String hint) {
        return error(name + ": expected " + what + ", found " + found() + hint);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isNothing() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** The entries of a map that may have these keys. */
    Map<String, Value> map(String what, Collection<String> keys) {
        return entries(what, (key, line) -> {
            if (!keys.contains(key)) {
                String hint = Spelling.didYouMean(key, keys);
                throw file.error(line, "the key '" + shown(key) + "' is not known here"
                        + (hint.isEmpty() ? ": expected " + String.join(", ", keys) : hint));
            }
        });
    }

    interface KeyCheck {
        void check(String key, int line);
    }

    /** The entries of a map, in the order of the file. */
    Map<String, Value> entries(String what, KeyCheck check) {
        if (!(node instanceof MappingNode map)) {
            throw expected(what);
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            int line = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw file.error(line, name + ": expected a word as key, found a list or a map");
            }
            check.check(key.getValue(), line);
            if (entries.put(key.getValue(), new Value(file, key.getValue(), tuple.getValueNode())) != null) {
                throw file.error(line, "the key '" + shown(key.getValue()) + "' stands twice in one map");
            }
        }
        return entries;
    }

    List<Value> list(String what) {
        if (!(node instanceof SequenceNode list)) {
            throw expected(what);
        }
        List<Value> values = new ArrayList<>();
        for (Node item : list.getValue()) {
            values.add(new Value(file, name, item));
        }
        return values;
    }

    /** @param what is expected, for the sentence */
    String text(String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank() && !isNothing()) {
            return scalar.getValue();
        }
        throw expected(what);
    }

    /** A number from 0 to 1, or one of the words that stand for some. */
    double share(Map<String, Double> words) {
        String what = words.keySet().stream().sorted().map(w -> w + ", ").collect(Collectors.joining()) + "a number from 0 to 1";
        String text = text(what);
        double number = words.getOrDefault(text, NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN);
        if (!(number >= 0 && number <= 1)) {
            throw expected(what, Spelling.didYouMean(text, words.keySet()));
        }
        return number + 0.0; // no negative zero
    }

    boolean truth() {
        return oneOf(Map.of("true", true, "false", false));
    }

    <T> T oneOf(Map<String, T> values) {
        String what = values.keySet().stream().sorted().reduce((a, b) -> a + " or " + b).orElseThrow();
        T value = values.get(text(what).toLowerCase(Locale.ROOT));
        if (value == null) {
            throw expected(what, Spelling.didYouMean(text(what), values.keySet()));
        }
        return value;
    }

    /** A path as written in the file, from the file's own folder on. */
    Path path(String what) {
        return path(text(what), what);
    }

    /** The same for a part of what is written. */
    Path path(String part, String what) {
        try {
            return file.path().resolveSibling(part).normalize();
        } catch (InvalidPathException e) {
            throw expected(what);
        }
    }

    <T> T parsed(String what, Function<String, T> parse) {
        T value = parse.apply(text(what));
        if (value == null) {
            throw expected(what);
        }
        return value;
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank() || isNothing() ? "nothing" : "'" + shown(scalar.getValue()) + "'";
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }

    /** On one line and not too long for a sentence. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
