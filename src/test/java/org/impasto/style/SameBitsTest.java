package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.impasto.image.Image;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same pixels for any number of threads and from several threads at once. */
class SameBitsTest {
    private static final int[][] SIZES = {{320, 180}, {161, 91}, {75, 133}};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyNumberOfThreads(boolean norm) {
        List<float[]> expected = new ArrayList<>();
        for (int threads = 1; threads <= 4; threads++) {
            try (Stylizer s = Models.load(folder, TinyNetworks.realSized(norm), threads)) {
                for (int i = 0; i < SIZES.length; i++) {
                    Image in = Models.picture(SIZES[i][0], SIZES[i][1], i);
                    float[] out = s.stylize(in, Optional.empty(), 0).data();
                    if (threads == 1) {
                        expected.add(out);
                    } else {
                        assertArrayEquals(expected.get(i), out, threads + " threads");
                    }
                }
            }
        }
    }

    @Test
    void severalCallersAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Stylizer s = Models.load(folder, TinyNetworks.realSized(true, 8), 2)) {
            List<Image> in = new ArrayList<>();
            List<float[]> expected = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                in.add(Models.picture(i % 2 == 0 ? 97 : 64, 50, i));
                expected.add(s.stylize(in.get(i), Optional.empty(), 0).data());
            }
            List<Future<float[]>> futures = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                Image image = in.get(i % 6);
                futures.add(pool.submit(() -> s.stylize(image, Optional.empty(), 0).data()));
            }
            for (int i = 0; i < 48; i++) {
                assertArrayEquals(expected.get(i % 6), futures.get(i).get());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
