package org.impasto.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.impasto.style.DeviceChoice;

/**
 * What a training run is to do.
 *
 * @param styleImages the painting, or several of one painter
 * @param content folder of photographs
 * @param lossNetwork VGG to relu3_1, safetensors
 * @param output the ONNX file; JSON, checkpoint and preview go beside it
 * @param steps of Adam in all, those of a checkpoint included; the learning rate falls over them
 * @param minutes instead of steps: as many as fit, by what the first ones took
 * @param preset how large a network
 * @param size side of the training pictures, pixels
 * @param stroke short side to which the painting is scaled, pixels: larger gives larger strokes
 * @param colourWeight of giving each of the scene's colours its own one of the painting's ({@link ColourTransport}); with 0 the style term alone decides which
 * @param hueTurn degrees by which the scene's hues are turned before they choose
 * @param fleckWeight of having no specks of another colour on what is of one colour in the scene ({@link Flecks})
 * @param coherenceWeight of the difference between new paint and the trusted prior, and between a frame painted alone and the one before it
 * @param threads of libtorch; other numbers give other bits. Left out: a checkpoint's, or all processors
 * @param device what to train on
 * @param start the weights that the run begins with
 * @param resume the checkpoint to go on from
 * @param preview the PNG that shows how far it is
 * @param replace an existing model, and a checkpoint that is not resumed
 */
public record TrainSettings(List<Path> styleImages, Path content, Path lossNetwork, Path output, OptionalLong steps,
        OptionalDouble minutes, Preset preset, int size, int stroke, double styleWeight, double contentWeight, double colourWeight, double hueTurn, double fleckWeight, double coherenceWeight,
        OptionalInt threads, DeviceChoice device, Start start, Optional<Path> resume, Optional<Path> preview, boolean replace) {
    /** Of a run that begins with random weights. */
    public static final long STEPS = 4000;
    /** Of a run that begins with a style. */
    public static final long FURTHER_STEPS = 750;
    public static final int SIZE = 160;
    public static final int STROKE = 450;
    public static final double STYLE = 3;
    public static final double CONTENT = 1.1;
    public static final double COLOUR = 10;
    public static final double FLECK = 300;
    public static final double TEMPORAL = 10;
    /** Share of the style term at full, half and quarter size: the smaller the picture, the larger the strokes that count. */
    static final double[] STYLE_SIZES = {1, 1, 0.7};
    /** Side of the windows that must have texture each, at full size, pixels. Of 40, whole stars came onto walls. */
    static final int WINDOW = 20;
    static final int BATCH = 4;
    /** In one step of so many half of the batch is painted into priors. A network with carried noise is not told of one when it renders: what it paints alone is what is seen. */
    static final int TOLD = 4;
    /** Steps whose pictures have the palette together. Of eight, and with twice the rate, colours swung to and fro. */
    static final int REMEMBERED = 4;

    /** The file name without .onnx. */
    String name() {
        return output.getFileName().toString().replaceFirst("(?i)\\.onnx$", "");
    }

    Path beside(String ending) {
        return output.resolveSibling(name() + ending);
    }

    /** Where this run keeps its state, also when it was resumed from elsewhere. */
    Path checkpoint() {
        return beside(".checkpoint");
    }

    Path previewFile() {
        return preview.orElse(beside(".preview.png"));
    }
}
