package org.impasto.measure;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param source the clip that was painted
 * @param stylized the painted clip
 * @param reference what sharpness and structure are held against, such as the same clip painted frame by frame
 * @param flow farneback, tvl1, dis, or a folder of true motion
 * @param threads for decoding; changes no figure
 */
public record MeasureRequest(Path source, Path stylized, Optional<Path> reference, String flow, int threads) {
}
