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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands before another mail server and refuses the addressees it is told to; all else it hands on as it is. */
public final class SmtpRelay implements AutoCloseable {

    private final ServerSocket socket;
    private final int target;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, String> refusedOnce = new ConcurrentHashMap<>();

    /** @param target port of the mail server behind it */
    public SmtpRelay(int target) {
        this.target = target;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("smtp-relay", this::serve);
    }

    public SmtpRelay refuse(String address, String reply) {
        refused.put(address, reply);
        return this;
    }

    public SmtpRelay refuseOnce(String address, String reply) {
        refusedOnce.put(address, reply);
        return this;
    }

    public String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start("smtp-relay-line", () -> relay(client));
            } catch (IOException e) {
                // The end of the test.
                return;
            }
        }
    }

    private void relay(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            talk(new Line(client), new Line(server));
        } catch (IOException e) {
            // One of them hung up.
            return;
        }
    }

    private void talk(Line client, Line server) throws IOException {
        server.reply(client);
        boolean data = false;
        for (String line = client.in.readLine(); line != null; line = client.in.readLine()) {
            String reply = data ? null : refusal(line);
            if (reply != null) {
                client.say(reply);
                continue;
            }
            server.say(line);
            if (data && !line.equals(".")) {
                continue;
            }
            data = server.reply(client).startsWith("354");
        }
    }

    private @Nullable String refusal(String line) {
        if (!line.toUpperCase(Locale.ROOT).startsWith("RCPT TO:")) {
            return null;
        }
        String address = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        String once = refusedOnce.remove(address);
        return once == null ? refused.get(address) : once;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Line {

        private final BufferedReader in;
        private final Writer out;

        Line(Socket socket) throws IOException {
            // byte for byte, whatever a mail holds
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1);
        }

        void say(String line) throws IOException {
            out.write(line + "\r\n");
            out.flush();
        }

        /** Hands a reply on to the other; its last line. */
        String reply(Line other) throws IOException {
            String line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                other.say(line);
                line = in.readLine();
            }
            if (line == null) {
                throw new IOException("hung up");
            }
            other.say(line);
            return line;
        }
    }
}
