package org.impasto.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.impasto.Digests;

/**
 * The page that shows a comparison, made from its {@code metrics.json} alone: one file beside the clips, which needs no network. Nothing but
 * its own style and script may act on it (a content security policy with their hashes).
 */
public final class ReportPage {
    private ReportPage() {
    }

    /**
     * The page.
     *
     * @throws org.impasto.ImpastoException.BadInput where the JSON is not a comparison's
     */
    public static byte[] of(byte[] json) {
        Metrics m = Metrics.read(json);
        PlotSection plots = new PlotSection(m);
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src 'self' file:; media-src 'self' file:; base-uri 'none'; form-action 'none'";
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                %s<main>
                %s%s%s%s%s%s</main>
                <script type="application/json" id="data">%s</script>
                <script>%s</script>
                </body>
                </html>
                """.formatted(policy, Html.escape(name(m) + " · Impasto"), style, header(m), VerdictSection.of(m), PlayerSection.of(m), plots.html(), WorstSection.of(m),
                TableSection.of(m), ProvenanceSection.of(m), data(m, plots), script);
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** The files beside the page that it shows. */
    public static List<String> files(byte[] json) {
        return Metrics.read(json).files();
    }

    private static String name(Metrics m) {
        String path = m.at("source").asText();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String header(Metrics m) {
        JsonNode video = m.at("made").path("clip").path("video");
        double last = m.at("frames").path(m.frames() - 1).path("seconds").asDouble();
        int cuts = m.cuts().size();
        return """
                <header>
                <p class="kicker">Impasto · comparison</p>
                <h1>%s</h1>
                <p>%s · %s × %s · %s frames%s · %s</p>
                <nav aria-label="Sections"><a href="#verdict">Verdict</a><a href="#player">Player</a><a href="#plots">Over time</a><a href="#worst">Worst frames</a><a href="#figures">Figures</a><a href="#provenance">How it was made</a></nav>
                </header>
                """.formatted(Html.escape(name(m)), Html.escape(m.at("made").path("style").path("title").asText()), video.path("width").asInt(), video.path("height").asInt(),
                m.frames(), cuts == 0 ? "" : String.format(Locale.ROOT, " in %d shots", cuts + 1), Html.clock(last));
    }

    private static String data(Metrics m, PlotSection plots) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode data = mapper.createObjectNode();
        data.set("panels", m.at("panels"));
        data.put("first", m.at("frames").path(0).path("frame").asLong());
        ArrayNode seconds = data.putArray("seconds");
        for (double s : m.perFrame("seconds")) {
            seconds.add(s);
        }
        data.set("plots", plots.data(mapper));
        try {
            return Html.inScript(mapper.writeValueAsString(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
