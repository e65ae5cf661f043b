package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;

/** What was compared, made by what, on what: enough to do it again. */
final class ProvenanceSection {
    private ProvenanceSection() {
    }

    static String of(Metrics m) {
        JsonNode made = m.at("made");
        StringBuilder text = new StringBuilder("<section id=\"provenance\" aria-labelledby=\"provenance-title\"><h2 id=\"provenance-title\">How it was made</h2><dl>");
        row(text, "command", "<code>" + Html.escape(made.path("command").asText()) + "</code>");
        row(text, "made", Html.escape(made.path("at").asText()));
        row(text, "source", Html.escape(m.at("source").asText()) + hash(made.path("inputSha256")));
        row(text, "compared with", Html.escape(m.at("reference").asText()) + hash(made.path("againstSha256")));
        JsonNode style = made.path("style");
        row(text, "style", Html.escape(style.path("title").asText()) + " (" + Html.escape(style.path("name").asText()) + ", "
                + Html.escape(style.path("kind").asText().toLowerCase(java.util.Locale.ROOT)) + " stylizer, " + conventions(style) + "strength " + Html.number(made.path("strength").asDouble()) + ")"
                + hash(style.path("sha256")));
        row(text, "device that was used", Html.escape(style.path("device").asText()));
        row(text, "encoder", Html.escape(made.path("encoder").asText()));
        JsonNode timing = made.path("timing");
        row(text, "time", Html.number(timing.path("wallSeconds").asDouble()) + " s on " + timing.path("cores").asInt() + " cores, peak memory "
                + Math.round(made.path("peakMemoryBytes").asDouble() / 1e6) + " MB");
        made.path("versions").properties().forEach(v -> row(text, Html.escape(v.getKey()), Html.escape(v.getValue().asText())));
        for (JsonNode message : made.path("messages")) {
            row(text, "note", Html.escape(message.asText()));
        }
        return text.append("</dl></section>\n").toString();
    }

    /** Files of before they were written have none. */
    private static String conventions(JsonNode style) {
        return style.path("conventions").isTextual() ? Html.escape(style.path("conventions").asText()) + ", " : "";
    }

    private static String hash(JsonNode sha256) {
        return sha256.isTextual() ? " <code class=\"hash\">SHA-256 " + Html.escape(sha256.asText()) + "</code>" : "";
    }

    /** @param value safe HTML */
    private static void row(StringBuilder text, String name, String value) {
        text.append("<dt>").append(name).append("</dt><dd>").append(value).append("</dd>");
    }
}
