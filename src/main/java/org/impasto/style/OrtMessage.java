package org.impasto.style;

import ai.onnxruntime.OrtException;

/** One readable line of what ONNX Runtime has to say. */
final class OrtMessage {
    private static final int LONGEST = 200;

    private OrtMessage() {
    }

    static String of(OrtException e) {
        String s = String.valueOf(e.getMessage()).replaceFirst("^Error code - \\w+ - message: ", "");
        s = s.lines().findFirst().orElse("").replaceAll("\\s+", " ").strip();
        // Source positions of ONNX Runtime's own build help nobody here.
        s = s.replaceAll("\\S*/onnxruntime/\\S+:\\d+ ", "");
        return s.length() <= LONGEST ? s : s.substring(0, LONGEST) + "...";
    }
}
