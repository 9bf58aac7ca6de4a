package parallax.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL from the jar, with its data in a folder. The superuser serves the first start only: it makes the database
 * and the four logins, then its password is thrown away.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final long LONGEST_LOG = 10_000_000;

    private final Path folder;
    private final FileChannel lock;
    private final Postmaster postmaster;
    private final Passwords passwords;

    private EmbeddedPostgres(Path folder, FileChannel lock, Postmaster postmaster, Passwords passwords) {
        this.folder = folder;
        this.lock = lock;
        this.postmaster = postmaster;
        this.passwords = passwords;
    }

    /** Starts it, making what is missing. Durable: an acknowledged commit survives a power cut. */
    static EmbeddedPostgres start(Path folder) {
        return start(folder, folder, List.of());
    }

    /** As above, with the programs elsewhere and settings that win over the usual ones; for tests. */
    static EmbeddedPostgres start(Path dataFolder, Path binariesFolder, List<String> settings) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        DataFolder.create(folder);
        FileChannel lock = null;
        try {
            Path cluster = folder.resolve("cluster");
            ServerAccount account = ServerAccount.of(folder, cluster);
            lock = lock(folder, account);
            Path installation = Binaries.extract(binariesFolder.toAbsolutePath().normalize());
            account.own(installation);
            Path bin = installation.resolve("bin");
            account.requireReach(bin.resolve("postgres"));
            EmbeddedPostgres server = start(folder, bin, account, lock, settings);
            lock = null;
            return server;
        } catch (IOException e) {
            throw new DatabaseUnusableException(
                    "The embedded PostgreSQL in %s cannot be started: %s.".formatted(folder, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusableException("The start of the embedded PostgreSQL was interrupted.", e);
        } finally {
            closeQuietly(lock);
        }
    }

    private static EmbeddedPostgres start(
            Path folder, Path bin, ServerAccount account, FileChannel lock, List<String> settings)
            throws IOException, InterruptedException {
        Path cluster = folder.resolve("cluster");
        Path log = log(folder, account);
        FirstStart first = new FirstStart(folder, new SecureRandom());
        if (!DataFolder.has(cluster)) {
            first.requireNothingLost();
            initialise(bin, folder, account, first);
        }
        requireVersion(bin, cluster);
        Postmaster.stopLeftover(cluster);
        Postmaster postmaster = Postmaster.start(bin, cluster, log, account, settings);
        boolean whole = false;
        try {
            Passwords passwords = first.finish(postmaster.port());
            account.own(folder.resolve(FirstStart.PASSWORDS));
            whole = true;
            return new EmbeddedPostgres(folder, lock, postmaster, passwords);
        } finally {
            if (!whole) {
                postmaster.stop();
            }
        }
    }

    /** One JVM a folder: a second one would take the first one's server for a leftover. */
    private static FileChannel lock(Path folder, ServerAccount account) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        account.own(file);
        if (!isLocked(channel)) {
            channel.close();
            throw new DatabaseUnusableException(
                    "Another Parallax already runs on %s; stop it first, or set DATA_DIR to another folder."
                            .formatted(folder));
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void initialise(Path bin, Path folder, ServerAccount account, FirstStart first)
            throws IOException, InterruptedException {
        Path fresh = folder.resolve("cluster.new");
        DataFolder.deleteTree(fresh);
        Path password = first.makeSuperuserPassword();
        account.own(password);
        Files.createDirectory(fresh);
        account.own(fresh);
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(bin.resolve("initdb").toString(), "-D", fresh.toString()));
        command.addAll(List.of("-U", FirstStart.SUPERUSER, "--pwfile=" + password));
        command.addAll(List.of("--auth-host=scram-sha-256", "--auth-local=scram-sha-256", "--data-checksums"));
        // built in, so that the sort order does not depend on the machine
        command.addAll(List.of("-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        Path log = folder.resolve("initdb.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new DatabaseUnusableException(
                    "A new database could not be made in %s; the reason stands at the end of %s."
                            .formatted(folder, log));
        }
        Files.delete(log);
        Files.move(fresh, folder.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
        DataFolder.syncFolder(fresh);
    }

    private static void requireVersion(Path bin, Path cluster) throws IOException, InterruptedException {
        String data = Files.readString(cluster.resolve("PG_VERSION")).strip();
        Process process = new ProcessBuilder(bin.resolve("postgres").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String program = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        if (!program.matches("(?s).* " + data + "\\..*")) {
            throw new DatabaseUnusableException(
                    "The data in %s was made by PostgreSQL %s, and this Parallax brings %s; dump it with the older Parallax and restore it with this one."
                            .formatted(cluster, data, program.strip()));
        }
    }

    private static Path log(Path folder, ServerAccount account) throws IOException {
        Path log = folder.resolve("postgresql.log");
        if (DataFolder.has(log) && Files.size(log) > LONGEST_LOG) {
            Files.move(log, folder.resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!DataFolder.has(log)) {
            Files.createFile(log);
            account.own(log);
        }
        return log;
    }

    String jdbcUrl() {
        return FirstStart.jdbcUrl(postmaster.port(), FirstStart.DATABASE);
    }

    Passwords passwords() {
        return passwords;
    }

    /** Process id of the server. */
    long pid() {
        return postmaster.pid();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            postmaster.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(lock);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
