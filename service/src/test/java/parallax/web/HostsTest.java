package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {

    @ParameterizedTest
    @CsvSource({
        "https://study.alder.example, study.alder.example, 200",
        "https://study.alder.example, STUDY.alder.example:8443, 200",
        "https://study.alder.example, localhost:8080, 200",
        "https://study.alder.example, 127.0.0.1, 200",
        "https://study.alder.example, [::1]:8080, 200",
        "https://study.alder.example, evil.example, 421",
        "https://study.alder.example, study.alder.example.evil.example, 421",
        "http://localhost:8080, whatever.example, 200"
    })
    void onlyTheConfiguredNameAndLoopbackAreAnswered(String baseUrl, String host, int status) throws IOException {
        try (TestServer server = TestServer.start(
                new TestServer.Settings().withBaseUrl(baseUrl), jersey -> jersey.register(new Probe()))) {
            String answer = get(server, host);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("X-Content-Type-Options: nosniff");
            if (status == 421) {
                assertThat(answer)
                        .contains("This service is not known under that host name.")
                        .doesNotContain(host);
            }
        }
    }

    /** java.net.http sets Host itself. */
    private static String get(TestServer server, String host) throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.getOutputStream()
                    .write("GET /problems/not-found HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
