package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.impasto.ImpastoException;
import org.junit.jupiter.api.Test;

class TrainCommandTest {
    @Test
    void beginsWithAShippedStyleUnlessToldOtherwise() throws ParseException {
        assertEquals(Optional.of("starry-night.onnx"), start());
        assertEquals(Optional.of("the-scream.onnx"), start("--start-from", "the-scream"));
        assertEquals(Optional.of("mine.onnx"), start("--start-from", "folder/mine.onnx"));
        assertEquals(Optional.empty(), start("--start-from", "none"));
        assertEquals(Optional.of("starry-night-fine.onnx"), start("--preset", "fine"));
        ImpastoException e = assertThrows(ImpastoException.Usage.class, () -> start("--start-from", "the-screm"));
        assertTrue(e.getMessage().contains("the-scream"), e.getMessage());
    }

    private static Optional<String> start(String... more) throws ParseException {
        List<String> args = new ArrayList<>(List.of("--style-image", "a.jpg", "--content", "b", "--loss-network", "c", "-o", "d.onnx"));
        args.addAll(List.of(more));
        return TrainCommand.settings(DefaultParser.builder().get().parse(new TrainCommand().options(), args.toArray(String[]::new))).startFrom()
                .map(Path::getFileName).map(Path::toString);
    }
}
