package org.impasto.style;

import ai.onnxruntime.OrtException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One readable line of what ONNX Runtime has to say. */
final class OrtMessage {
    private static final int LONGEST = 200;
    // What a library of CUDA says stands behind lines of templates and before the place in ONNX Runtime's source.
    private static final Pattern CUDA = Pattern.compile("\\b((?:CUDA|CUBLAS|CUDNN|CUFFT|CURAND) failure \\d+: [^;]*?)\\s*;(?:.*?; expr=([^;]*?)\\s*;)?");

    private OrtMessage() {
    }

    static String of(OrtException e) {
        String s = String.valueOf(e.getMessage()).replaceFirst("^Error code - \\w+ - message: ", "");
        Matcher cuda = CUDA.matcher(s);
        if (cuda.find()) {
            return cuda.group(1) + (cuda.group(2) == null ? "" : " in " + cuda.group(2));
        }
        s = s.lines().findFirst().orElse("").replaceAll("\\s+", " ").strip();
        // Source positions of ONNX Runtime's own build help nobody here.
        s = s.replaceAll("\\S*/onnxruntime/\\S+:\\d+ ", "");
        return s.length() <= LONGEST ? s : s.substring(0, LONGEST) + "...";
    }
}
