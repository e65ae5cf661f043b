package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The pooled figures, of the clip and of its shots. */
final class TableSection {
    private static final List<String> POOLS = List.of("mean", "median", "p95", "max");
    private static final List<String> OF_SHOTS = List.of("e_warp", "reference_e_warp", "e_stab", "sharpness", "sharpness_fine", "structure_distance", "drift");
    private static final Map<String, String> BESTS = Map.of("e_warp", "0", "e_stab", "0", "sharpness", "1", "sharpness_fine", "1", "structure_distance", "0", "drift", "0",
            "ghosting", "0", "palette_distance", "0");

    private TableSection() {
    }

    static String of(Metrics m) {
        StringBuilder text = new StringBuilder("""
                <section id="figures" aria-labelledby="figures-title">
                <h2 id="figures-title">Figures</h2>
                <p class="quiet">Coded RGB, 0 to 1; flow: %s. <a href="frames.csv">frames.csv</a> and <a href="metrics.json">metrics.json</a> have them for each frame.</p>
                <div class="wide"><table><caption>The clip</caption><thead><tr><th scope="col">figure</th><th scope="col">best</th><th scope="col">frames</th>
                """.formatted(Html.escape(m.at("flow").asText())));
        POOLS.forEach(p -> text.append("<th scope=\"col\">").append(p).append("</th>"));
        text.append("</tr></thead><tbody>");
        m.at("clip").properties().forEach(e -> {
            text.append("<tr><th scope=\"row\">").append(Html.escape(e.getKey())).append("</th><td>").append(BESTS.getOrDefault(e.getKey(), "")).append("</td><td>")
                    .append(e.getValue().path("frames").asInt()).append("</td>");
            POOLS.forEach(p -> cell(text, e.getValue().path(p)));
            text.append("</tr>");
        });
        text.append("</tbody></table></div>\n");
        shots(m, text);
        return text.append("</section>\n").toString();
    }

    private static void shots(Metrics m, StringBuilder text) {
        text.append("<div class=\"wide\"><table><caption>Its shots (means)</caption><thead><tr><th scope=\"col\">frames</th>");
        OF_SHOTS.forEach(k -> text.append("<th scope=\"col\">").append(k).append("</th>"));
        text.append("</tr></thead><tbody>");
        for (JsonNode shot : m.at("shots")) {
            long first = shot.path("firstFrame").asLong();
            text.append("<tr><th scope=\"row\"><button type=\"button\" class=\"goto\" data-frame=\"").append(first).append("\">").append(first).append('–')
                    .append(shot.path("lastFrame").asLong()).append("</button></th>");
            OF_SHOTS.forEach(k -> cell(text, shot.path("figures").path(k).path("mean")));
            text.append("</tr>");
        }
        text.append("</tbody></table></div>\n");
    }

    private static void cell(StringBuilder text, JsonNode value) {
        text.append("<td>").append(Html.number(value.asDouble(Double.NaN))).append("</td>");
    }
}
