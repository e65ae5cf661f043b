package org.impasto.style;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.impasto.ImpastoException;

/** A model on disk: is it there, is it whole, what is its hash. */
final class ModelFile {
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
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            hash = HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ImpastoException.BadModel("The style network " + file + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        notes.sha256().filter(noted -> !noted.equalsIgnoreCase(hash)).ifPresent(noted -> {
            throw new ImpastoException.BadModel("The style network " + file + " is damaged or was replaced: its SHA-256 is "
                    + hash + ", the JSON beside it says " + noted);
        });
        return hash;
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
