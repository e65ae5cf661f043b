package org.impasto.store;

import java.util.regex.Pattern;

/**
 * A file of a render store.
 *
 * @param file its name inside the store's folder
 * @param bytes its length
 * @param sha256 its hash, hexadecimal
 */
public record Stored(String file, long bytes, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Whether a name is a plain file name: nothing that leads out of the folder, on any system. */
    static boolean isPlain(String name) {
        return name != null && NAME.matcher(name).matches() && !name.endsWith(".");
    }
}
