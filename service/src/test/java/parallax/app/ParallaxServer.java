package parallax.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The whole service in this JVM, with an embedded database of its own: what end-to-end tests talk to. */
final class ParallaxServer implements AutoCloseable {

    static final String EMAIL = "owner@parallax.example";
    static final String PASSWORD = "correct-horse-battery";

    private static @Nullable ParallaxServer withSample;

    private final DropwizardTestSupport<ParallaxConfiguration> support;
    private final URI base;

    private ParallaxServer(DropwizardTestSupport<ParallaxConfiguration> support, URI base) {
        this.support = support;
        this.base = base;
    }

    /** One server with the sample engagement for all tests of this JVM that only look or make engagements of their own. */
    static synchronized ParallaxServer shared() {
        ParallaxServer server = withSample;
        if (server == null) {
            server = start(Map.of("sample", "true"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            withSample = server;
        }
        return server;
    }

    /** @param overrides of {@code config.yml}, such as {@code mail.smtpUrl} */
    static ParallaxServer start(Map<String, String> overrides) {
        int port = freePort();
        // Overrides are system properties: under a name of their own they touch no other server of this JVM.
        String prefix = "parallax-" + port;
        Path folder = temporaryFolder();
        List<ConfigOverride> settings = new ArrayList<>(List.of(
                ConfigOverride.config(prefix, "server.applicationConnectors[0].port", Integer.toString(port)),
                ConfigOverride.config(prefix, "server.adminConnectors[0].port", Integer.toString(freePort())),
                ConfigOverride.config(prefix, "dataDir", folder.resolve("data").toString()),
                ConfigOverride.config(prefix, "keysDir", folder.resolve("keys").toString()),
                ConfigOverride.config(prefix, "owner.email", EMAIL),
                ConfigOverride.config(prefix, "owner.password", PASSWORD)));
        if (!overrides.containsKey("sample")) {
            settings.add(ConfigOverride.config(prefix, "sample", "false"));
        }
        overrides.forEach((key, value) -> settings.add(ConfigOverride.config(prefix, key, value)));
        DropwizardTestSupport<ParallaxConfiguration> support = new DropwizardTestSupport<>(
                Main.class,
                Path.of("config.yml").toAbsolutePath().toString(),
                prefix,
                settings.toArray(ConfigOverride[]::new));
        try {
            support.before();
        } catch (Exception e) {
            throw new IllegalStateException("the service did not start", e);
        }
        return new ParallaxServer(support, URI.create("http://localhost:" + port));
    }

    URI base() {
        return base;
    }

    /** Where health and metrics are served. */
    URI admin() {
        return URI.create("http://localhost:" + support.getAdminPort());
    }

    /** A client of the API, signed in as the owner. */
    ApiClient api() {
        return ApiClient.signIn(base, EMAIL, PASSWORD);
    }

    /** The wave of the sample engagement, once it is closed: the server makes it while it already serves pages. */
    JsonNode awaitSampleWave() {
        ApiClient api = api();
        while (true) {
            for (JsonNode engagement : api.get("/api/engagements").require(200).path("items")) {
                String waves = "/api/engagements/" + engagement.path("id").asText() + "/waves";
                if (engagement.path("sample").asBoolean()) {
                    for (JsonNode wave : api.get(waves).require(200).path("items")) {
                        if (wave.path("state").asText().equals("closed")) {
                            return wave;
                        }
                    }
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Override
    public void close() {
        support.after();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parallax-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
