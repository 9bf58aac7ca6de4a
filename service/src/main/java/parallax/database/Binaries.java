package parallax.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come in the jar. */
final class Binaries {

    private static final int OWNER_EXECUTES = 0100;

    private Binaries() {}

    /** Extracts them under the folder, unless they are there, and returns the folder that holds bin, lib and share. */
    static Path extract(Path folder) throws IOException {
        String resource = "/postgres-linux-" + architecture() + ".txz";
        URL archive = Binaries.class.getResource(resource);
        if (archive == null) {
            throw new DatabaseUnusableException(
                    "No PostgreSQL for this machine (%s) comes with Parallax; set DATABASE_URL to an outside PostgreSQL 15 or newer."
                            .formatted(System.getProperty("os.arch")));
        }
        // the size names the version: another archive is extracted anew
        Path target = folder.resolve("postgresql-" + archive.openConnection().getContentLengthLong());
        if (!DataFolder.has(target)) {
            Path fresh = folder.resolve("postgresql.new");
            DataFolder.deleteTree(fresh);
            try (InputStream stream = archive.openStream();
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
                extractAll(tar, fresh);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "arm_64" : "x86_64";
    }

    private static void extractAll(TarArchiveInputStream tar, Path folder) throws IOException {
        Files.createDirectories(folder);
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            Path path = folder.resolve(entry.getName()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("entry leaves the folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else {
                Path parent = path.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                extractOne(tar, entry, path, folder);
            }
            entry = tar.getNextEntry();
        }
    }

    private static void extractOne(TarArchiveInputStream tar, TarArchiveEntry entry, Path path, Path folder)
            throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
