package parallax.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs; it refuses uid 0. An ordinary user runs it directly. Root runs it as the owner of the data
 * folder, or in a user namespace when that is root too, or else as nobody.
 */
final class ServerAccount {

    private static final int ROOT = 0;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private final List<String> prefix;
    private final @Nullable UserPrincipal owner;

    private ServerAccount(List<String> prefix, @Nullable UserPrincipal owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** Decides by who started this JVM and whom the folder, and the cluster in it, belong to. */
    static ServerAccount of(Path folder, Path cluster) throws IOException, InterruptedException {
        int self = uid(Path.of("/proc/self"));
        Path decisive = DataFolder.has(cluster) ? cluster : folder;
        return self == ROOT ? ofRoot(folder, decisive, decisive.equals(cluster)) : ofUser(self, folder, decisive);
    }

    private static ServerAccount ofUser(int self, Path folder, Path decisive) throws IOException, InterruptedException {
        for (Path path : List.of(folder, decisive)) {
            if (uid(path) != self) {
                throw new DatabaseUnusableException(
                        "%s belongs to the user %s; start Parallax as that user, or set DATA_DIR to a folder of your own."
                                .formatted(path, Files.getOwner(path).getName()));
            }
        }
        if (!hasName(Files.getOwner(folder))) {
            if (succeeds(NAMESPACE)) {
                return new ServerAccount(NAMESPACE, null);
            }
            throw new DatabaseUnusableException(
                    "PostgreSQL needs a named user, and the user %d of this process has no name; add one to /etc/passwd or set DATABASE_URL."
                            .formatted(self));
        }
        return new ServerAccount(List.of(), null);
    }

    private static ServerAccount ofRoot(Path folder, Path decisive, boolean clusterExists)
            throws IOException, InterruptedException {
        if (uid(decisive) != ROOT) {
            UserPrincipal owner = Files.getOwner(decisive);
            return new ServerAccount(become(uid(decisive), gid(decisive)), owner);
        }
        if (succeeds(NAMESPACE)) {
            return new ServerAccount(NAMESPACE, null);
        }
        if (clusterExists) {
            throw new DatabaseUnusableException(
                    "%s belongs to root, and PostgreSQL may not run as root here; give DATA_DIR to an ordinary user (chown -R) and start again."
                            .formatted(decisive));
        }
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setOwner(folder, nobody);
        return new ServerAccount(become(uid(folder), uid(folder)), nobody);
    }

    private static List<String> become(int user, int group) {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs");
    }

    /** Words to put before every PostgreSQL program. */
    List<String> prefix() {
        return prefix;
    }

    /** Refuses when the account cannot reach the programs, as below a private home. */
    void requireReach(Path program) throws InterruptedException {
        List<String> command = Stream.concat(prefix.stream(), Stream.of("test", "-x", program.toString()))
                .toList();
        if (!succeeds(command)) {
            throw new DatabaseUnusableException(
                    "PostgreSQL does not run as root, and the user it would run as cannot enter %s; set DATA_DIR to a folder outside private homes."
                            .formatted(program.getParent()));
        }
    }

    /** Hands what this JVM made as root to the account, so that both may use it later. */
    void own(Path root) throws IOException {
        UserPrincipal to = owner;
        if (to == null) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "owner:owner", to, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    command.equals(NAMESPACE)
                                            ? Stream.concat(command.stream(), Stream.of("true"))
                                                    .toList()
                                            : command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasName(UserPrincipal user) {
        return !user.getName().chars().allMatch(Character::isDigit);
    }

    private static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static int gid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:gid");
    }
}
