package parallax.study;

import com.sun.net.httpserver.HttpServer;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.jackson.JacksonFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import parallax.web.Caller;
import parallax.web.CallerSource;
import parallax.web.IdempotencyStore;
import parallax.web.WebFeature;

/** The study's endpoints and pages behind everything that {@code web} puts before them, without a socket. */
public final class StudyService {

    static final String TOKEN = "a-token-of-the-test";
    private static final URI BASE = URI.create("http://localhost/");

    private final ApplicationHandler handler;

    public StudyService(StudyFixture fixture) {
        this(fixture, jersey -> {});
    }

    /** @param more registers features above */
    public StudyService(StudyFixture fixture, Consumer<JerseyEnvironment> more) {
        Environment environment = new Environment("test");
        WebFeature web =
                new WebFeature(URI.create("http://localhost"), fixture.keys()::mac, new SecureRandom(), fixture);
        web.register(environment, new OneConsultant(), new NothingRepeated());
        fixture.feature().register(environment.jersey());
        more.accept(environment.jersey());
        environment.jersey().register(new JacksonFeature(environment.getObjectMapper()));
        handler = new ApplicationHandler(environment.jersey().getResourceConfig());
    }

    public Answer get(String path) {
        return call("GET", path, Map.of(), "");
    }

    public Answer json(String method, String path, String body) {
        return call(method, path, Map.of("Content-Type", "application/json"), body);
    }

    /** Posts a form as the page would, token included. */
    public Answer form(String path, String fields) {
        return call("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), fields);
    }

    Answer call(String method, String path, Map<String, String> headers, String body) {
        ContainerRequest request = new ContainerRequest(
                BASE,
                BASE.resolve(path),
                method,
                new Anonymous(),
                new MapPropertiesDelegate(),
                handler.getConfiguration());
        request.header("Authorization", "Bearer " + TOKEN);
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, out).get();
            Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answered.putAll(response.getStringHeaders());
            return new Answer(response.getStatus(), answered, out.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serves the same over HTTP, for a browser to look at; runs until the JVM ends. */
    public HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>();
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type != null) {
                headers.put("Content-Type", type);
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer =
                    call(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            answer.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    private static final class OneConsultant implements CallerSource {

        @Override
        public Optional<Caller> findBySession(String sessionId) {
            return Optional.empty();
        }

        @Override
        public Optional<Caller> findByToken(String token) {
            return token.equals(TOKEN) ? Optional.of(StudyFixture.CONSULTANT) : Optional.empty();
        }
    }

    private static final class NothingRepeated implements IdempotencyStore {

        @Override
        public Optional<Kept> claim(UUID person, String key, byte[] requestHash) {
            return Optional.empty();
        }

        @Override
        public void keep(UUID person, String key, Answer answer) {}

        @Override
        public void release(UUID person, String key) {}
    }

    private static final class Anonymous implements SecurityContext {

        @Override
        @SuppressWarnings("NullAway")
        public Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "";
        }
    }
}
