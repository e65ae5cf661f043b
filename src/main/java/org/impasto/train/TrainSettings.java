package org.impasto.train;

import java.nio.file.Path;

/**
 * What a training run is to do.
 *
 * @param styleImage the painting
 * @param content folder of photographs
 * @param lossNetwork VGG-19 to relu3_1, safetensors
 * @param output the ONNX file; the JSON goes beside it
 * @param work folder of checkpoint and previews
 * @param steps of Adam in all, those of a checkpoint included; the learning rate falls over them
 * @param crop side of the training pictures, pixels
 * @param stroke short side to which the painting is scaled, pixels: larger gives larger strokes
 * @param threads of libtorch; other numbers give other bits
 */
record TrainSettings(Path styleImage, Path content, Path lossNetwork, Path output, Path work, long steps, int crop,
        int stroke, int threads) {
    static final double STYLE = 1.2;
    /** Share of the style term at full, half and quarter size: the smaller the picture, the larger the strokes that count. */
    static final double[] STYLE_SIZES = {1, 1, 0.7};
    static final double CONTENT = 0.9;
    /** Of the scene's light and dark, over squares of 8 pixels: what keeps a shot readable when all its colours are the painting's. */
    static final double TONE = 4;
    /** Of the colours, over squares of 8 pixels, of new paint beside old, to those of the frame painted alone. */
    static final double DRIFT = 5;
    static final double TEMPORAL = 10;
    static final double VARIATION = 0.02;
    static final int BATCH = 4;
}
