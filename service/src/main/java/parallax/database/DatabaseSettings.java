package parallax.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database: the embedded one in a folder, or one outside.
 *
 * @param dataDir folder of the embedded database; not touched when {@code url} is set
 * @param url {@code jdbc:postgresql://…} or {@code postgresql://…}; null or blank: the embedded database. A user and
 *     password in it are not used: Parallax signs in as its own four logins
 * @param passwords of the four logins; needed with {@code url}, unused without
 */
public record DatabaseSettings(
        Path dataDir, @Nullable String url, @Nullable Passwords passwords) {

    public static DatabaseSettings embedded(Path dataDir) {
        return new DatabaseSettings(dataDir, null, null);
    }

    public static DatabaseSettings outside(Path dataDir, String url, Passwords passwords) {
        return new DatabaseSettings(dataDir, url, passwords);
    }

    boolean isEmbedded() {
        return url == null || url.isBlank();
    }

    /** Without address: it may hold a password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + (isEmbedded() ? "embedded in " + dataDir : "outside") + "]";
    }
}
