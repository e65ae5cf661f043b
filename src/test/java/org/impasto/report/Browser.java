package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven by the DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int calls;

    private Browser(Process process, Path profile, URI page) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Page.enable", Map.of());
    }

    /** Where Chromium is, if it is on the PATH. */
    static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    static Browser start(Path executable) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("chromium");
        Process process = new ProcessBuilder(executable.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
                "--no-first-run", "--mute-audio", "--hide-scrollbars", "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true).start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
        String line = lines.readLine();
        while (line != null && !line.startsWith("DevTools listening on ws://")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("Chromium ended without listening");
        }
        Thread drain = new Thread(() -> lines.lines().forEach(l -> { }), "chromium");
        drain.setDaemon(true);
        drain.start();
        String list = line.replaceFirst(".*ws://([^/]+)/.*", "http://$1/json/list");
        String pages = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(list)).build(), HttpResponse.BodyHandlers.ofString()).body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.path("type").asText().equals("page")) {
                return new Browser(process, profile, URI.create(page.path("webSocketDebuggerUrl").asText()));
            }
        }
        throw new IOException("Chromium has no page: " + pages);
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        int id = ++calls;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode result = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (result.has("error")) {
            throw new IllegalStateException(method + ": " + result.get("error"));
        }
        return result.path("result");
    }

    /** Evaluates an expression, and waits for it where it is a promise. */
    JsonNode eval(String expression) {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Waits until an expression is true. */
    void await(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!eval("!!(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not become true: " + expression + "; complaints " + complaints);
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void open(Path page) {
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await("document.readyState === 'complete' && location.protocol === 'file:'");
    }

    void size(int width, int height, boolean dark) {
        call("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void key(String key) {
        String text = key.length() == 1 ? key : "";
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "code", key.equals(" ") ? "Space" : key, "text", text,
                "windowsVirtualKeyCode", code(key)));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key.equals(" ") ? "Space" : key, "windowsVirtualKeyCode", code(key)));
    }

    private static int code(String key) {
        return switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "ArrowLeft" -> 37;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            case "," -> 188;
            case "." -> 190;
            default -> Character.toUpperCase(key.charAt(0));
        };
    }

    /** Clicks at a share of an element's width, in the middle of its height. */
    void click(String selector, double share) {
        JsonNode at = eval("(e => { e.scrollIntoView({behavior: 'instant', block: 'center'}); const r = e.getBoundingClientRect(); return [r.left + " + share
                + " * r.width, r.top + r.height / 2]; })(document.querySelector(" + JSON.valueToTree(selector) + "))");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", Map.of("type", type, "x", at.get(0).asDouble(), "y", at.get(1).asDouble(), "button", "left", "buttons",
                    type.equals("mousePressed") ? 1 : 0, "clickCount", 1));
        }
    }

    /** The whole page as a PNG. */
    byte[] picture() {
        return Base64.getDecoder().decode(call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true)).path("data").asText());
    }

    /** Errors on the console, exceptions, and violations of the content security policy, so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A profile that is left in the temporary folder does no harm.
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                take(part.toString());
                part.setLength(0);
            }
            ws.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                if (message.has("id")) {
                    waiting.remove(message.get("id").asInt()).complete(message);
                    return;
                }
                JsonNode p = message.path("params");
                switch (message.path("method").asText()) {
                    case "Runtime.exceptionThrown" -> complaints.add(p.path("exceptionDetails").toString());
                    case "Runtime.consoleAPICalled" -> {
                        if (List.of("error", "warning", "assert").contains(p.path("type").asText())) {
                            complaints.add(p.path("args").toString());
                        }
                    }
                    case "Log.entryAdded" -> {
                        if (List.of("error", "warning").contains(p.path("entry").path("level").asText())) {
                            complaints.add(p.path("entry").toString());
                        }
                    }
                    default -> {
                    }
                }
            } catch (IOException e) {
                complaints.add(e.toString());
            }
        }
    }
}
