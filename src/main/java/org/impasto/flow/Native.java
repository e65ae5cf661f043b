package org.impasto.flow;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** Copies between our planes and OpenCV's matrices. */
final class Native {
    static {
        WithoutDesktop.apply();
        // DIS flow cuts its work into stripes by the number of threads, and the stripes decide pixels. One thread makes
        // the result the same everywhere; we parallelise over frames and directions instead.
        opencv_core.setNumThreads(1);
    }

    private Native() {
    }

    /** Loads OpenCV and fixes its number of threads; every user of OpenCV calls this first. */
    static void load() {
        // The static initialiser has done it.
    }

    /** An 8-bit matrix from a plane of 0 to 1; reuses {@code into}. */
    static void toBytes(Plane plane, Mat into) {
        into.create(plane.height(), plane.width(), CV_8UC1);
        ByteBuffer buffer = into.createBuffer();
        byte[] row = new byte[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = toByte(plane.data()[y * row.length + x]);
            }
            buffer.put(row);
        }
    }

    /** An 8-bit matrix of three channels from a picture of 0 to 1; reuses {@code into}. */
    static void toBytes(Image image, Mat into) {
        into.create(image.height(), image.width(), CV_8UC3);
        ByteBuffer buffer = into.createBuffer();
        int n = image.pixels();
        byte[] row = new byte[3 * image.width()];
        for (int y = 0; y < image.height(); y++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = toByte(image.data()[k % 3 * n + y * image.width() + k / 3]);
            }
            buffer.put(row);
        }
    }

    /** A share of 0 to 1 in 8-bit steps, rounded; what is beyond is clipped. */
    static byte toByte(float share) {
        float v = share * 255f + 0.5f;
        return (byte) (v <= 0 ? 0 : v >= 255 ? 255 : (int) v);
    }

    /** A float matrix from values row by row; reuses {@code into}. */
    static void toMatrix(float[] values, int width, int height, Mat into) {
        into.create(height, width, CV_32FC1);
        FloatBuffer buffer = into.createBuffer();
        buffer.put(values);
    }

    /** The values of a continuous float matrix. */
    static float[] toFloats(Mat matrix) {
        float[] values = new float[matrix.rows() * matrix.cols()];
        FloatBuffer buffer = matrix.createBuffer();
        buffer.get(values);
        return values;
    }

    /** A two-channel float matrix of displacements; reuses {@code into}. */
    static void toMatrix(FlowField flow, Mat into) {
        into.create(flow.height(), flow.width(), CV_32FC2);
        float[] both = new float[2 * flow.u().length];
        for (int i = 0; i < flow.u().length; i++) {
            both[2 * i] = flow.u()[i];
            both[2 * i + 1] = flow.v()[i];
        }
        FloatBuffer buffer = into.createBuffer();
        buffer.put(both);
    }

    /** The displacements of a two-channel float matrix. */
    static FlowField toField(Mat flow) {
        if (flow.type() != CV_32FC2 || !flow.isContinuous()) {
            throw new IllegalStateException("expected a continuous CV_32FC2 matrix, found type " + flow.type());
        }
        int n = flow.rows() * flow.cols();
        float[] both = new float[2 * n];
        FloatBuffer buffer = flow.createBuffer();
        buffer.get(both);
        float[] u = new float[n];
        float[] v = new float[n];
        for (int i = 0; i < n; i++) {
            u[i] = both[2 * i];
            v[i] = both[2 * i + 1];
        }
        return new FlowField(flow.cols(), flow.rows(), u, v);
    }
}
