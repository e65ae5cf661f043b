package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.impasto.ImpastoException;
import org.impasto.train.Start;
import org.junit.jupiter.api.Test;

class TrainCommandTest {
    @Test
    void beginsWithAShippedStyleUnlessToldOtherwise() throws ParseException {
        assertEquals(List.of("the-scream.onnx"), names(start("--start-from", "the-scream")));
        assertEquals(List.of("mine.onnx"), names(start("--start-from", "folder/mine.onnx")));
        assertFalse(start("--start-from", "the-scream").recoloured(), "what is named is gone on with as it is");
        assertEquals(Start.NONE, start("--start-from", "none"));
        assertTrue(start().recoloured());
        assertTrue(names(start()).containsAll(List.of("starry-night.onnx", "the-scream.onnx", "starry-night-fine.onnx")), "the nearest of all");
        ImpastoException e = assertThrows(ImpastoException.Usage.class, () -> start("--start-from", "the-screm"));
        assertTrue(e.getMessage().contains("the-scream"), e.getMessage());
    }

    private static List<String> names(Start start) {
        return start.models().stream().map(Path::getFileName).map(Path::toString).toList();
    }

    private static Start start(String... more) throws ParseException {
        List<String> args = new ArrayList<>(List.of("--style-image", "a.jpg", "--content", "b", "--loss-network", "c", "-o", "d.onnx"));
        args.addAll(List.of(more));
        return TrainCommand.settings(DefaultParser.builder().get().parse(new TrainCommand().options(), args.toArray(String[]::new))).start();
    }
}
