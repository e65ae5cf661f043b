package org.impasto.style;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.impasto.Digests;
import org.impasto.ImpastoException;

/** A model on disk: is it there, is it whole, what is its hash. */
final class ModelFile {
    /** Key "location" and the tag of its value, as protobuf writes an external_data entry. */
    private static final byte[] LOCATION = "\n\blocation\u0012".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private ModelFile() {
    }

    /** Hash of the file in hexadecimal; refuses what cannot be a model. */
    static String sha256(Path file, ModelNotes notes) {
        if (!Files.isRegularFile(file)) {
            throw new ImpastoException.BadModel(Files.isDirectory(file)
                    ? "The style network " + file + " is a folder; expected is an ONNX file"
                    : "There is no style network " + file);
        }
        String hash;
        try {
            if (Files.size(file) == 0) {
                throw new ImpastoException.BadModel("The style network " + file + " is empty (0 bytes)");
            }
            hash = Digests.sha256(file);
        } catch (IOException e) {
            throw new ImpastoException.BadModel("The style network " + file + " cannot be read: " + e.getMessage(), e);
        }
        notes.sha256().filter(noted -> !noted.equalsIgnoreCase(hash)).ifPresent(noted -> {
            throw new ImpastoException.BadModel("The style network " + file + " is damaged or was replaced: its SHA-256 is "
                    + hash + ", the JSON beside it says " + noted);
        });
        return hash;
    }

    /**
     * Refuses weights in files outside the model's folder, which older versions of ONNX Runtime read without asking: the
     * GPU build's is one. The file is searched for the bytes of an entry "location" instead of being parsed.
     */
    static void checkExternalData(Path file) {
        byte[] all;
        try {
            all = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ImpastoException.BadModel("The style network " + file + " cannot be read: " + e.getMessage(), e);
        }
        for (int i = 0; i + LOCATION.length < all.length; i++) {
            if (all[i] != LOCATION[0] || !Arrays.equals(all, i, i + LOCATION.length, LOCATION, 0, LOCATION.length)) {
                continue;
            }
            int from = i + LOCATION.length + 1;
            int length = all[from - 1];
            String location = length < 0 ? "" : new String(all, from, Math.min(length, all.length - from),
                    java.nio.charset.StandardCharsets.UTF_8);
            if (location.isEmpty() || location.startsWith("/") || location.contains("..") || location.contains(":")) {
                throw new ImpastoException.BadModel("The style network " + file
                        + " cannot be loaded: it keeps weights outside its own folder"
                        + (location.isEmpty() ? "" : " (" + location + ")"));
            }
        }
    }

    /** Why ONNX Runtime could not make a session of it. */
    static ImpastoException unreadable(Path file, OrtException e) {
        String why = switch (e.getCode()) {
            case ORT_INVALID_PROTOBUF -> "it is not an ONNX file, or a part of one that was cut off";
            case ORT_INVALID_GRAPH, ORT_FAIL, ORT_INVALID_ARGUMENT, ORT_NOT_IMPLEMENTED, ORT_NO_MODEL ->
                    "ONNX Runtime refuses it: " + OrtMessage.of(e);
            default -> OrtMessage.of(e);
        };
        return new ImpastoException.BadModel("The style network " + file + " cannot be loaded: " + why, e);
    }
}
