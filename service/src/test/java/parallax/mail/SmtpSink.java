package parallax.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what a test tells it to, and remembers every line it was told. */
public final class SmtpSink implements AutoCloseable {

    /** In place of a reply: hangs up. */
    public static final String CUT = "cut";

    private final ServerSocket socket;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread thread;

    public SmtpSink() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::serve, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param at greeting, EHLO, MAIL, RCPT, DATA, or END for the line after the mail */
    public SmtpSink reply(String at, String reply) {
        replies.put(at, reply);
        return this;
    }

    /** As {@link #reply}, one time; afterwards as before. */
    public SmtpSink replyOnce(String at, String reply) {
        once.put(at, reply);
        return this;
    }

    public String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    public SmtpSettings settings() {
        return SmtpSettings.parse(url()).orElseThrow();
    }

    /** Message-IDs of mails that came whole, in their order. */
    public List<String> messageIds() {
        return lines.stream().filter(line -> line.startsWith("Message-ID: ")).toList();
    }

    public List<String> lines() {
        return lines;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // A client that hangs up, or the end of the test.
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        if (!say(out, "greeting", "220 sink")) {
            return;
        }
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (data) {
                if (line.equals(".")) {
                    data = false;
                    if (!say(out, "END", "250 taken")) {
                        return;
                    }
                }
                continue;
            }
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            String usual = verb.equals("DATA") ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 ok";
            if (!say(out, verb, usual)) {
                return;
            }
            data = verb.equals("DATA") && replies.getOrDefault("DATA", usual).startsWith("354");
        }
    }

    private boolean say(Writer out, String at, String usual) throws IOException {
        String single = once.remove(at);
        String reply = single == null ? replies.getOrDefault(at, usual) : single;
        if (reply.equals(CUT)) {
            return false;
        }
        out.write(reply + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
