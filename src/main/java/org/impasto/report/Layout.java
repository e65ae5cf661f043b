package org.impasto.report;

import java.util.List;

/**
 * Where the pictures lie in the clip that shows them side by side.
 *
 * @param file its name
 * @param labels of the pictures, from left to right
 * @param left columns at which they begin
 * @param top row at which they begin
 * @param width of each
 * @param height of each
 * @param smaller by how much they are smaller than those of the clips
 * @param aspect width over height of a picture as it is shown
 * @param start time of the first frame in the clip, seconds
 */
public record Layout(String file, List<String> labels, List<Integer> left, int top, int width, int height, int smaller, double aspect, double start) {
    public Layout {
        labels = List.copyOf(labels);
        left = List.copyOf(left);
    }

    Layout from(double seconds) {
        return new Layout(file, labels, left, top, width, height, smaller, aspect, seconds);
    }
}
