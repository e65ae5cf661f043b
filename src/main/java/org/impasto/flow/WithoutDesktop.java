package org.impasto.flow;

import java.lang.reflect.Field;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/**
 * Keeps OpenCV's windows (its module highgui) from being loaded. Nothing that we use needs them, but JavaCPP loads them with the
 * video module, and they need GTK, which a server does not have.
 */
final class WithoutDesktop {
    private static final String[] LIBRARIES = {"opencv_highgui@.413", "jniopencv_highgui"};

    private WithoutDesktop() {
    }

    /** Tells JavaCPP that these libraries are there already; before anything of OpenCV is loaded. */
    static void apply() {
        try {
            Field field = Loader.class.getDeclaredField("loadedLibraries");
            field.setAccessible(true);
            @SuppressWarnings("unchecked")
            Map<String, String> loaded = (Map<String, String>) field.get(null);
            for (String library : LIBRARIES) {
                loaded.putIfAbsent(library, "");
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Then it loads them, which works where there is a desktop.
        }
    }
}
