package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;

/** The player: one film that holds all three pictures, shown in whatever way the eye asks for. */
final class PlayerSection {
    private PlayerSection() {
    }

    static String of(Metrics m) {
        JsonNode panels = m.at("panels");
        String reference = Html.escape(m.reference());
        int smaller = panels.path("smaller").asInt(1);
        return """
                <section id="player" aria-labelledby="player-title">
                <h2 id="player-title">Side by side</h2>
                <div class="stage" tabindex="0" role="group" aria-label="The picture. Arrow keys move the loupe.">
                <video id="film" src="%1$s" preload="auto" playsinline></video>
                <canvas class="a"></canvas><canvas class="b"></canvas><i class="edge"></i>
                <span class="tag left"></span><span class="tag right"></span>
                <p class="failed" hidden>This browser does not play %1$s. The clips themselves lie beside this page.</p>
                </div>
                <label class="row wipe"><span>wipe</span><input id="wipe" type="range" min="0" max="100" value="50" step="0.5" aria-label="Where the left picture ends, percent"></label>
                <label class="row scrub"><span id="clock">0</span><input id="scrub" type="range" min="0" max="%2$d" value="0" step="1" aria-label="Frame"></label>
                <div class="controls">
                <span class="group"><button type="button" data-do="back" aria-label="Frame back (comma)">◀︎<kbd>,</kbd></button><button type="button" data-do="play" aria-label="Play or pause (space)"><span id="playing">▶︎</span><kbd>space</kbd></button><button type="button" data-do="forth" aria-label="Frame forth (full stop)">▶︎▏<kbd>.</kbd></button></span>
                <span class="group" role="group" aria-label="What is shown"><button type="button" data-show="0">source<kbd>1</kbd></button><button type="button" data-show="1">%3$s<kbd>2</kbd></button><button type="button" data-show="2">coherent<kbd>3</kbd></button><button type="button" data-show="wipe">wipe<kbd>W</kbd></button><button type="button" data-show="difference">difference × 4<kbd>D</kbd></button></span>
                <span class="group"><button type="button" data-do="swap">swap<kbd>S</kbd></button><button type="button" data-do="loupe" aria-pressed="false">loupe<kbd>L</kbd></button><button type="button" data-do="sound" aria-pressed="true">sound<kbd>M</kbd></button><button type="button" data-do="slow" aria-pressed="false">slow<kbd>Q</kbd></button></span>
                </div>
                <div class="loupes" hidden><figure><canvas></canvas><figcaption>source</figcaption></figure><figure><canvas></canvas><figcaption>%3$s</figcaption></figure><figure><canvas></canvas><figcaption>coherent</figcaption></figure></div>
                <p class="quiet">%4$sFrame by frame with <kbd>,</kbd> and <kbd>.</kbd>; <kbd>S</kbd> swaps sides, or flips between %3$s and coherent. <a href="%1$s">%1$s</a> is the same as a clip.</p>
                </section>
                """.formatted(Html.escape(panels.path("file").asText()), m.frames() - 1, reference,
                smaller > 1 ? "Shown at one " + (smaller == 2 ? "half" : "in " + smaller) + " of the size; the clips beside this page have all pixels. " : "");
    }
}
