package parallax.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service started by {@code ./run} in a process of its own. */
public final class RunningService {

    private final Process process;
    private final Path log;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** @param environment further {@code NAME=value} settings */
    public static RunningService launch(Path data, List<String> environment) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(data.getParent(), "run", ".log");
        List<String> command = new ArrayList<>(List.of("env", "PARALLAX_SAMPLE=false", "PORT=" + port));
        command.addAll(List.of("ADMIN_PORT=" + freePort(), "DATA_DIR=" + data));
        command.addAll(environment);
        command.add(Path.of("run").toAbsolutePath().toString());
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RunningService(process, log, port);
    }

    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    public long pid() {
        return process.pid();
    }

    public void awaitPage(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("./run ended before its first page:\n" + log());
            }
            try {
                get("/sign-in");
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("no page after " + patience + ":\n" + log(), notYet);
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Makes a token with these credentials; the status. */
    int signIn(String email, String password) throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri("/api/tokens"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"test\"}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** Sends a signal and waits for the end. */
    public Duration stop(String signal) throws IOException, InterruptedException {
        long before = System.nanoTime();
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not end on " + signal + ":\n" + log());
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    int exitCode(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running:\n" + log());
        }
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
