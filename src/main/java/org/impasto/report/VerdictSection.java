package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** The page's first words: whether it is better, with flicker and sharpness side by side. */
final class VerdictSection {
    private static final Map<String, String> OUTCOMES = Map.of("BETTER", "Better", "NO_DIFFERENCE", "No difference", "AT_A_PRICE", "Calmer, at a price",
            "NOT_BETTER", "Not better", "WORSE", "Worse", "UNKNOWN", "No verdict");
    private static final Map<String, String> SIGNS = Map.of("BETTER", "▲", "SAME", "=", "WORSE", "▼", "UNKNOWN", "?");
    private static final int BAR = 400;

    private VerdictSection() {
    }

    static String of(Metrics m) {
        JsonNode verdict = m.at("verdict");
        String outcome = verdict.path("outcome").asText("UNKNOWN");
        String headline = verdict.path("headline").asText();
        String rest = headline.contains(": ") ? headline.substring(headline.indexOf(": ") + 2) : headline;
        return """
                <section id="verdict" class="verdict %s" aria-labelledby="outcome">
                <div class="words">
                <h2 id="outcome">%s</h2>
                <p class="headline">%s</p>
                <p class="how">The coherent render against the %s, over %d frames. Flicker counts only together with fidelity: what is blurred, frozen or out of
                step is calm, too. Motion: %s.</p>
                </div>
                <div class="bars">
                %s%s
                </div>
                <div class="wide"><table class="findings"><caption class="quiet">What was looked at</caption>
                <thead><tr><th scope="col">subject</th><th scope="col">against the %s</th><th scope="col">finding</th></tr></thead>
                <tbody>%s</tbody></table></div>
                </section>
                """.formatted(outcome.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "-"), Html.escape(OUTCOMES.getOrDefault(outcome, outcome)),
                Html.escape(capital(rest)), Html.escape(m.reference()), m.frames(), Html.escape(m.at("flow").asText()), flicker(m), sharpness(m), Html.escape(m.reference()), findings(verdict));
    }

    private static String flicker(Metrics m) {
        double reference = m.mean("reference_e_warp");
        return bars("Flicker", "warp error, less is calmer", new String[][] {
            {"coherent", "coherent"}, {"reference", m.reference()}, {"source", "the source itself"}},
                new double[] {m.mean("e_warp") / reference, 1, m.mean("source_e_warp") / reference});
    }

    private static String sharpness(Metrics m) {
        return bars("Sharpness", "gradient energy, 100 % is as crisp as the " + m.reference(), new String[][] {
            {"coherent", "coherent"}, {"fine", "coherent, finest structure"}, {"reference", m.reference()}},
                new double[] {m.mean("sharpness"), m.mean("sharpness_fine"), 1});
    }

    private static String bars(String title, String note, String[][] names, double[] shares) {
        double most = 1;
        for (double share : shares) {
            most = Math.max(most, Double.isNaN(share) ? 0 : share);
        }
        StringBuilder text = new StringBuilder("<div class=\"bargroup\"><h3>" + title + " <small>" + Html.escape(note) + "</small></h3>");
        for (int i = 0; i < shares.length; i++) {
            double width = Double.isNaN(shares[i]) ? 0 : BAR * shares[i] / most;
            text.append(String.format(Locale.ROOT, "<div class=\"bar\"><span class=\"name\">%s</span><svg viewBox=\"0 0 %d 14\" preserveAspectRatio=\"none\" "
                    + "aria-hidden=\"true\"><rect class=\"%s\" width=\"%.1f\" height=\"14\" rx=\"2\"/></svg><b>%s</b></div>", Html.escape(names[i][1]), BAR, names[i][0],
                    width, Html.percent(shares[i])));
        }
        return text.append("</div>").toString();
    }

    private static String findings(JsonNode verdict) {
        StringBuilder rows = new StringBuilder();
        for (JsonNode f : verdict.path("findings")) {
            String rating = f.path("rating").asText("UNKNOWN");
            String word = rating.toLowerCase(Locale.ROOT);
            rows.append(String.format("<tr><th scope=\"row\">%s</th><td class=\"rating %s\"><span aria-hidden=\"true\">%s</span> %s</td><td>%s</td></tr>",
                    Html.escape(f.path("subject").asText()), word.replaceAll("[^a-z]", ""), SIGNS.getOrDefault(rating, "?"), Html.escape(word),
                    Html.escape(capital(f.path("sentence").asText()))));
        }
        return rows.toString();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).replace(" %", "\u00a0%");
    }
}
