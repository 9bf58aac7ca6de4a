package parallax.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of a cluster folder. It ends when this JVM ends, however that happens. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int STATUS_LINE = 7;
    private static final long START_SECONDS = 120;
    private static final long LEFTOVER_SECONDS = 60;
    private static final long STOP_SECONDS = 4;
    private static final long PAUSE_MILLIS = 20;
    private static final int ATTEMPTS = 5;
    private static final long RETRY_MILLIS = 500;

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=64MB",
            "timezone=UTC",
            "log_timezone=UTC",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "track_commit_timestamp=off",
            // What the server writes down may neither name a person nor tell who gave which answer.
            "log_statement=none",
            "log_min_duration_statement=-1",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0");

    private final Process process;
    private final int port;

    private Postmaster(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the server and waits until it takes connections. Later settings win over the usual ones. */
    static Postmaster start(Path bin, Path cluster, Path log, ServerAccount account, List<String> settings)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = spawn(command(bin, cluster, port, account, settings), cluster, log);
            if (waitUntilReady(process, cluster)) {
                LOG.info("Embedded PostgreSQL listens on 127.0.0.1:{}", port);
                return new Postmaster(process, port);
            }
            if (attempt == ATTEMPTS) {
                throw new DatabaseUnusableException(
                        "The embedded PostgreSQL did not start; the reason stands at the end of %s.".formatted(log));
            }
            // somebody took the port, or children of a killed server still hold its memory
            Thread.sleep(attempt * RETRY_MILLIS);
        }
    }

    private static List<String> command(
            Path bin, Path cluster, int port, ServerAccount account, List<String> settings) {
        List<String> command = new ArrayList<>();
        // Ctrl-C in a terminal must reach the JVM only, which stops the server last
        command.add("setsid");
        command.addAll(account.prefix());
        // after the change of user, which would clear it: when the JVM is killed the server shuts down cleanly
        command.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", cluster.toString(), "-p", "" + port));
        for (String setting : SETTINGS) {
            command.addAll(List.of("-c", setting));
        }
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    /** The death signal follows the thread that spawned, not the process, so that thread waits as long as the server lives. */
    private static Process spawn(List<String> command, Path folder, Path log) throws IOException {
        CompletableFuture<Process> spawned = new CompletableFuture<>();
        Thread keeper = new Thread(
                () -> {
                    try {
                        Process process = new ProcessBuilder(command)
                                .directory(folder.toFile())
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                                .start();
                        spawned.complete(process);
                        process.waitFor();
                    } catch (IOException e) {
                        spawned.completeExceptionally(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "embedded-postgresql");
        keeper.setDaemon(true);
        keeper.start();
        try {
            return spawned.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException("cannot run " + command.get(0), e);
        }
    }

    /** False when the server ended at once, as when somebody took the port meanwhile. */
    private static boolean waitUntilReady(Process process, Path cluster) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                return false;
            }
            List<String> lines = pidFile(cluster);
            if (lines.size() > STATUS_LINE
                    && lines.get(0).strip().equals("" + process.pid())
                    && lines.get(STATUS_LINE).strip().equals("ready")) {
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        process.destroyForcibly();
        return false;
    }

    /** Ends a server that a killed JVM left on this cluster; a file it left behind PostgreSQL handles itself. */
    static void stopLeftover(Path cluster) throws IOException, InterruptedException {
        List<String> lines = pidFile(cluster);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return;
        }
        long pid = Long.parseLong(lines.get(0).strip());
        if (!serves(pid, cluster)) {
            return;
        }
        LOG.warn("A PostgreSQL left over on {} is shut down first", cluster);
        signal("INT", pid);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEFTOVER_SECONDS);
        while (serves(pid, cluster)) {
            if (System.nanoTime() > end) {
                throw new DatabaseUnusableException(
                        "A PostgreSQL (process %d) still runs on %s and does not end; end it and start again."
                                .formatted(pid, cluster));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Whether that process is a server of this cluster; a dead one not yet collected has no command line. */
    private static boolean serves(long pid, Path cluster) {
        try {
            String commandLine = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            List<String> words = List.of(commandLine.split("\0"));
            return words.get(0).endsWith("/postgres") && words.contains(latin1(cluster.toString()));
        } catch (IOException e) {
            return false;
        }
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<String> pidFile(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void signal(String name, long pid) throws InterruptedException {
        ServerAccount.succeeds(List.of("kill", "-" + name, "" + pid));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Shuts down cleanly: connections are cut, then a checkpoint. A long checkpoint goes on by itself. */
    void stop() throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        signal("INT", process.pid());
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("PostgreSQL is still writing its last checkpoint and ends by itself");
        }
    }
}
