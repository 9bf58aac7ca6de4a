package parallax.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second request hidden in a first one: the server, without any proxy before it, refuses and hangs up. */
class SmugglingTest {

    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /s/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(jersey -> jersey.register(new Reader()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a chunk extension with a line end in quotes
                POST + "Transfer-Encoding: chunked\r\n\r\n5;a=\"\r\n\r\n\"\r\nx=abc\r\n0\r\n\r\n" + HIDDEN,
                // both lengths
                POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
                // two lengths
                POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nx=abc" + HIDDEN,
                POST + "Content-Length: 5, 6\r\n\r\nx=abc" + HIDDEN,
                // a length that is none
                POST + "Content-Length: +5\r\n\r\nx=abc" + HIDDEN,
                POST + "Content-Length : 5\r\n\r\nx=abc" + HIDDEN,
                // an encoding before or after chunked
                POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN,
                POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
                // a folded line
                POST + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
                // line ends without a carriage return
                "POST /s/x HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n0\n\n" + HIDDEN,
                POST + "Transfer-Encoding: chunked\r\n\r\n5\nx=abc\n0\n\n" + HIDDEN
            })
    void aRequestThatReadsInTwoWaysIsRefusedAndTheConnectionClosed(String requests) throws IOException {
        String replies = raw(requests);
        assertThat(replies).matches("(?s)HTTP/1.1 (400|501) .*").containsIgnoringCase("\nconnection: close");
        assertThat(replies.split("HTTP/1.1 ", -1)).as("answers").hasSize(2);
    }

    @Test
    void twoPlainRequestsOnOneConnectionAreBothAnswered() throws IOException {
        assertThat(raw(HIDDEN + HIDDEN).split("HTTP/1.1 ", -1)).hasSize(3);
    }

    /** Reads what it is sent, as the pages of a link do. */
    @Path("/")
    public static final class Reader {

        @POST
        @Path("s/{token}")
        @Permit(Permit.Who.ANYONE)
        public String read(InputStream body) throws IOException {
            return "read " + body.readAllBytes().length;
        }

        @GET
        @Path("hidden")
        @Permit(Permit.Who.ANYONE)
        public String hidden() {
            return "hidden";
        }
    }

    /** The server is heard out: it closes the connection, or waits for more and is told that none comes. */
    private static String raw(String requests) throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
