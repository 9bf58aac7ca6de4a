package parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where files that somebody sent lie until they are read: a folder of this process alone, held by a lock that ends with
 * it. No work outlives its process, so what a dead one left belongs to nobody.
 */
public final class Incoming implements AutoCloseable {

    private static final String PREFIX = "parallax-incoming-";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private Incoming(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Makes a folder in a parent, and removes those that dead processes left there. */
    public static Incoming in(Path parent) {
        try {
            Files.createDirectories(parent);
            try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, PREFIX + "*" + LOCK)) {
                for (Path left : locks) {
                    removeIfLeft(left);
                }
            }
            Path lockFile = Files.createTempFile(parent, PREFIX, LOCK);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            lock.lock();
            return new Incoming(Files.createDirectory(folderOf(lockFile)), lockFile, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Receives all of a stream.
     *
     * @throws parallax.web.RefusedException TOO_LARGE
     */
    public ReceivedFile receive(InputStream in, long mostBytes) {
        return ReceivedFile.receive(folder, in, mostBytes);
    }

    /** Removes the folder and whatever is still in it. */
    @Override
    public void close() {
        try {
            remove(folder);
            Files.deleteIfExists(lockFile);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private static void removeIfLeft(Path lockFile) throws IOException {
        // of another user of this machine
        if (!Files.isWritable(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (tryLock(channel) != null) {
                remove(folderOf(lockFile));
                Files.deleteIfExists(lockFile);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
