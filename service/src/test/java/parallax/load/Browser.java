package parallax.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * One connection that sends what a browser sends and costs little: it shares the processors with the service it measures.
 */
final class Browser implements AutoCloseable {

    private static final String HEADERS = """
            Host: %s
            User-Agent: Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: en-GB,en;q=0.9
            Sec-Fetch-Dest: document
            Sec-Fetch-Mode: navigate
            Sec-Fetch-Site: same-origin
            """.replace("\n", "\r\n");

    private final Socket socket;
    private final InputStream in;
    private final String headers;
    private final LongConsumer nanos;

    /** @param nanos told how long each request took */
    Browser(URI base, LongConsumer nanos) throws IOException {
        this.socket = new Socket(base.getHost(), base.getPort());
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
        this.headers = HEADERS.formatted(base.getAuthority());
        this.nanos = nanos;
    }

    Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
    }

    Answer post(String path, String form) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\n" + headers + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length() + "\r\n\r\n" + form);
    }

    private Answer send(String request) throws IOException {
        long before = System.nanoTime();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> head = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            head.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        Answer answer = new Answer(status, head, body(status, head));
        nanos.accept(System.nanoTime() - before);
        return answer;
    }

    private byte[] body(int status, Map<String, String> head) throws IOException {
        if (status == 204) {
            return new byte[0];
        }
        if (!"chunked".equals(head.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(head.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service hung up");
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back; the names of its headers in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, Map<String, String> head, byte[] body) {

        String text() throws IOException {
            InputStream bytes = new ByteArrayInputStream(body);
            try (InputStream plain = "gzip".equals(head.get("content-encoding")) ? new GZIPInputStream(bytes) : bytes) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        Answer require(int expected) throws IOException {
            if (status != expected) {
                throw new IllegalStateException("status %d instead of %d:\n%s".formatted(status, expected, text()));
            }
            return this;
        }
    }
}
