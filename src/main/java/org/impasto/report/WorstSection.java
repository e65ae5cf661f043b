package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frames that flicker most, from all sides. */
final class WorstSection {
    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put("source", "source");
        SHOWN.put("reference", null);
        SHOWN.put("coherent", "coherent");
        SHOWN.put("flow", "flow to the frame before");
        SHOWN.put("trust", "trust: white is believed");
        SHOWN.put("errors", "error of the coherent render");
        SHOWN.put("referenceerrors", null);
    }

    private WorstSection() {
    }

    static String of(Metrics m) {
        StringBuilder text = new StringBuilder("""
                <section id="worst" aria-labelledby="worst-title">
                <h2 id="worst-title">Where it is at its worst</h2>
                <p class="quiet">The frames in which the coherent render's warp error exceeds the source's own by most, none closer than 8 frames to another. Errors lie on
                the pixels of the frame before; grey is not measured. Flow and trust are those that it was painted with.</p>
                """);
        if (m.at("worst").isEmpty()) {
            text.append("<p>Nothing moves from frame to frame in this clip.</p>");
        }
        for (JsonNode w : m.at("worst")) {
            long frame = w.path("frame").asLong();
            text.append("""
                    <article class="worst"><h3><button type="button" class="goto" data-frame="%d">Frame %d</button> <small>%s · warp error %s beyond the source's</small></h3>
                    <div class="stills">
                    """.formatted(frame, frame, Html.clock(w.path("seconds").asDouble()), Html.number(w.path("excess").asDouble())));
            SHOWN.forEach((key, name) -> {
                String file = w.path("files").path(key).asText("");
                if (!file.isEmpty()) {
                    String caption = name != null ? name : key.equals("reference") ? m.reference() : "error of the " + m.reference();
                    text.append("""
                            <figure><a href="%s"><img src="%s" alt="Frame %d: %s" loading="lazy"></a><figcaption>%s%s</figcaption></figure>
                            """.formatted(Html.escape(file), Html.escape(file), frame, Html.escape(caption), Html.escape(caption), scale(key, w)));
                }
            });
            text.append("</div></article>\n");
        }
        return text.append("</section>\n").toString();
    }

    private static String scale(String key, JsonNode w) {
        return switch (key) {
            case "flow" -> "<span class=\"scale\"><i class=\"wheel\"></i>full colour: " + Html.number(w.path("flowMost").asDouble()) + " px</span>";
            case "errors", "referenceerrors" -> "<span class=\"scale\">0<i class=\"heat\"></i>" + Html.number(w.path("errorMost").asDouble()) + "</span>";
            default -> "";
        };
    }
}
