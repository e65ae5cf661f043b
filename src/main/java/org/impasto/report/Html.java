package org.impasto.report;

import java.util.Locale;

/** Text and numbers as HTML. Every text that is not ours goes through {@link #escape}. */
final class Html {
    private Html() {
    }

    /** Safe between tags and in quoted attributes. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return safe.toString();
    }

    /** Safe in a script block: no tag can end it there. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Three significant digits, without an exponent where that is readable. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Without the zeros at its end. */
    static String round(double value) {
        String text = number(value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : Math.round(100 * share) + "\u00a0%";
    }

    /** Minutes, seconds and hundredths. */
    static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%05.2f", (long) (seconds / 60), seconds % 60);
    }
}
