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
 * @param minutes how long
 * @param crop side of the training pictures, pixels
 * @param stroke short side to which the painting is scaled, pixels: larger gives larger strokes
 * @param threads of libtorch; other numbers give other bits
 */
record TrainSettings(Path styleImage, Path content, Path lossNetwork, Path output, Path work, double minutes, int crop,
        int stroke, int threads) {
    static final double STYLE = 1.3;
    static final double CONTENT = 0.8;
    static final double TEMPORAL = 20;
    static final double VARIATION = 0.02;
    static final double CARRY = 0.5;
    static final int BATCH = 4;
}
