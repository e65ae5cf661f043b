package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class WithoutDesktopTest {
    /** Where OpenCV's windows are loaded, GTK is needed. */
    @Test
    void flowLoadsNoLibraryOfTheDesktop() throws IOException {
        try (DisFlow dis = new DisFlow(DisFlow.Preset.FAST); FarnebackFlow other = new FarnebackFlow()) {
            dis.estimate(new Plane(64, 48), new Plane(64, 48));
            other.estimate(new Plane(64, 48), new Plane(64, 48));
        }
        String loaded = Files.readString(Path.of("/proc/self/maps"));
        assertTrue(loaded.contains("libopencv_video.so"), "the name of the library that is used has changed");
        assertFalse(loaded.contains("highgui"));
        assertFalse(loaded.contains("libgtk"));
    }
}
