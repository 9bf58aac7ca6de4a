package parallax.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files of one key each, for their owner alone. A file appears whole or not at all, is never overwritten by another key,
 * and a destroyed one leaves a mark so that it is not made anew. Unreadable never means absent.
 */
final class KeyFolder {

    private static final String FORMAT = "parallax-key-1";
    private static final String DESTROYED = ".destroyed";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;
    private final Map<String, List<byte[]>> read = new ConcurrentHashMap<>();

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    static KeyFolder open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            if (!exists(absolute)) {
                Path parent = absolute.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(absolute, only("rwx------"));
            }
            requirePrivate(absolute, "700");
            return new KeyFolder(absolute);
        } catch (IOException e) {
            throw unusable(absolute, e);
        }
    }

    boolean has(String name) {
        return exists(folder.resolve(name));
    }

    boolean isDestroyed(String name) {
        return has(name + DESTROYED);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /**
     * The parts of a key.
     *
     * @throws KeysUnusableException when it is missing, destroyed, damaged or unreadable
     */
    List<byte[]> require(String name) {
        Path file = folder.resolve(name);
        if (!exists(file)) {
            read.remove(name);
            throw new KeysUnusableException(
                    isDestroyed(name)
                            ? "The key %s was destroyed; what was made with it cannot be read or made again."
                                    .formatted(name)
                            : "The key file %s is missing; restore it.".formatted(file));
        }
        return read.computeIfAbsent(name, absent -> readFile(file));
    }

    /** Makes a key unless there is one, which then wins. */
    void create(String name, List<byte[]> parts) {
        if (isDestroyed(name)) {
            throw new KeysUnusableException("The key %s was destroyed and is not made anew.".formatted(name));
        }
        StringBuilder text = new StringBuilder(FORMAT);
        for (byte[] part : parts) {
            text.append(' ').append(Base64.getEncoder().encodeToString(part));
        }
        writeOnce(folder.resolve(name), text.append('\n').toString());
    }

    /** Removes a key for good, on every node that shares the folder. */
    void destroy(String name) {
        Path file = folder.resolve(name);
        writeOnce(folder.resolve(name + DESTROYED), FORMAT + "\n");
        read.remove(name);
        try {
            if (exists(file)) {
                byte[] blank = new byte[(int) Files.size(file)];
                Arrays.fill(blank, (byte) '0');
                Files.write(file, blank, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.delete(file);
            }
            sync();
        } catch (NoSuchFileException e) {
            // another node was faster
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private void writeOnce(Path file, String text) {
        if (exists(file)) {
            return;
        }
        Path fresh = folder.resolve("." + UUID.randomUUID() + ".new");
        try {
            Files.createFile(fresh, only("rw-------"));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.US_ASCII.encode(text));
                channel.force(true);
            }
            // a link, unlike a move, never replaces what another node made meanwhile
            Files.createLink(file, fresh);
            sync();
        } catch (FileAlreadyExistsException e) {
            // that one wins
        } catch (IOException e) {
            throw unusable(file, e);
        } finally {
            deleteQuietly(fresh);
        }
    }

    private static void deleteQuietly(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw unusable(fresh, e);
        }
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<byte[]> readFile(Path file) {
        try {
            requirePrivate(file, "600");
            String[] words =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
            if (!words[0].equals(FORMAT) || words.length < 2) {
                throw new KeysUnusableException("The key file %s is damaged; restore it.".formatted(file));
            }
            return Arrays.stream(words)
                    .skip(1)
                    .map(word -> Base64.getDecoder().decode(word))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new KeysUnusableException("The key file %s is damaged; restore it.".formatted(file));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static void requirePrivate(Path path, String mode) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.retainAll(OTHERS);
        if (!permissions.isEmpty()) {
            throw new KeysUnusableException(
                    "%s is open to other users than its owner; close it with: chmod %s %s".formatted(path, mode, path));
        }
    }

    private static boolean exists(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static KeysUnusableException unusable(Path path, IOException e) {
        return new KeysUnusableException(
                "The keys in %s cannot be used by this user (%s); start Parallax as the user they belong to, or set KEYS_DIR to a folder of your own."
                        .formatted(path, e.getClass().getSimpleName()),
                e);
    }

    private static java.nio.file.attribute.FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
