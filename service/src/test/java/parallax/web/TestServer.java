package parallax.web;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * The real server with everything of {@code web} and the endpoints under test, on a free port. Unless other
 * callers are given, the tokens and session ids are {@code owner}, {@code consultant} and {@code reader}.
 */
public final class TestServer implements AutoCloseable {

    private static final String CONFIGURATION = """
            server:
              registerDefaultExceptionMappers: false
              applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
              adminConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
              requestLog: {appenders: []}
            logging: {level: ERROR}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server;
    private final URI uri;

    private TestServer(Server server) {
        this.server = server;
        this.uri = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    /** Starts with the three known callers. */
    public static TestServer start(Consumer<JerseyEnvironment> endpoints) {
        return start(new Settings(), endpoints);
    }

    public static TestServer start(Settings settings, Consumer<JerseyEnvironment> endpoints) {
        Running running = new Running(settings, endpoints);
        try {
            running.run("server", "given");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return new TestServer(running.server());
    }

    public URI uri() {
        return uri;
    }

    /** Sends a request as it is; redirects are not followed. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(uri + path));
    }

    /** A request with the API token of a known caller. */
    public HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    public HttpResponse<String> get(String path, String token) {
        return send(to(path, token));
    }

    public HttpResponse<String> post(String path, String token, String json) {
        return send(to(path, token).header("Content-Type", "application/json").POST(text(json)));
    }

    /** A GET as a browser with the session of a known caller. */
    public HttpResponse<String> browse(String path, String session) {
        return send(to(path).header("Cookie", "session=" + session));
    }

    /** A POST of a form as a browser would make it from our own page, token included. */
    public HttpResponse<String> submit(String path, String session, String form) {
        String token = csrf(session);
        return send(to(path).header("Cookie", "session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(text("_csrf=" + token + "&" + form)));
    }

    /** The token that our own pages carry for a session. */
    public static String csrf(String session) {
        return new Signatures(TestServer::mac, new SecureRandom(), InstantSource.system()).csrf(session);
    }

    public static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A hash that is good enough to tell two inputs apart. */
    static byte[] mac(String purpose, byte[] data) {
        return UUID.nameUUIDFromBytes((purpose + Arrays.toString(data)).getBytes(StandardCharsets.UTF_8))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    public static final Caller OWNER = caller(1, Role.OWNER);
    public static final Caller CONSULTANT = caller(2, Role.CONSULTANT);
    public static final Caller READER = caller(3, Role.READER);

    private static Caller caller(int number, Role role) {
        return new Caller(new UUID(0, number), role.code() + "@parallax.example", "The " + role.code(), role);
    }

    /** What a test may set otherwise. */
    public record Settings(URI baseUrl, CallerSource callers, IdempotencyStore idempotency, InstantSource clock) {

        public Settings() {
            this(URI.create("http://127.0.0.1"), new KnownCallers(), new Memory(), InstantSource.system());
        }

        public Settings withBaseUrl(String url) {
            return new Settings(URI.create(url), callers, idempotency, clock);
        }

        public Settings withCallers(CallerSource other) {
            return new Settings(baseUrl, other, idempotency, clock);
        }

        public Settings withIdempotency(IdempotencyStore other) {
            return new Settings(baseUrl, callers, other, clock);
        }

        public Settings withClock(InstantSource other) {
            return new Settings(baseUrl, callers, idempotency, other);
        }
    }

    private static final class KnownCallers implements CallerSource {

        private static final Map<String, Caller> KNOWN =
                Map.of("owner", OWNER, "consultant", CONSULTANT, "reader", READER);

        @Override
        public Optional<Caller> findBySession(String sessionId) {
            return Optional.ofNullable(KNOWN.get(sessionId));
        }

        @Override
        public Optional<Caller> findByToken(String token) {
            return Optional.ofNullable(KNOWN.get(token));
        }
    }

    private static final class Memory implements IdempotencyStore {

        private final Map<String, byte[]> claims = new ConcurrentHashMap<>();
        private final Map<String, Answer> answers = new ConcurrentHashMap<>();

        @Override
        public Optional<Kept> claim(UUID person, String key, byte[] requestHash) {
            byte[] first = claims.putIfAbsent(person + key, requestHash);
            return first == null
                    ? Optional.empty()
                    : Optional.of(new Kept(Arrays.equals(first, requestHash), answers.get(person + key)));
        }

        @Override
        public void keep(UUID person, String key, Answer answer) {
            answers.put(person + key, answer);
        }

        @Override
        public void release(UUID person, String key) {
            claims.remove(person + key);
        }
    }

    private static final class Running extends Application<Configuration> {

        private final Settings settings;
        private final Consumer<JerseyEnvironment> endpoints;
        private final Map<String, Server> started = new HashMap<>();

        Running(Settings settings, Consumer<JerseyEnvironment> endpoints) {
            this.settings = settings;
            this.endpoints = endpoints;
        }

        Server server() {
            @Nullable Server server = started.get("server");
            if (server == null) {
                throw new IllegalStateException("not started");
            }
            return server;
        }

        @Override
        public void initialize(Bootstrap<Configuration> bootstrap) {
            bootstrap.setConfigurationSourceProvider(
                    path -> new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void run(Configuration configuration, Environment environment) {
            WebFeature web = new WebFeature(settings.baseUrl(), TestServer::mac, new SecureRandom(), settings.clock());
            web.register(environment, settings.callers(), settings.idempotency());
            endpoints.accept(environment.jersey());
            environment.lifecycle().addServerLifecycleListener(server -> started.put("server", server));
        }
    }
}
