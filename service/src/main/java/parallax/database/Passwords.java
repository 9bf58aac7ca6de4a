package parallax.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the four logins. Never printed. */
public record Passwords(String owner, String field, String count, String report) {

    private static final int RANDOM_BYTES = 24;

    public Passwords {
        for (String password : new String[] {owner, field, count, report}) {
            if (password.isEmpty()) {
                throw new IllegalArgumentException("a database password must not be empty");
            }
        }
    }

    static Passwords random(SecureRandom random) {
        return new Passwords(word(random), word(random), word(random), word(random));
    }

    static String word(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static Passwords read(Path file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new Passwords(
                    require(properties, Login.OWNER, file),
                    require(properties, Login.FIELD, file),
                    require(properties, Login.COUNT, file),
                    require(properties, Login.REPORT, file));
        } catch (IOException e) {
            throw new DatabaseUnusableException("The database passwords in %s cannot be read (%s)."
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static String require(Properties properties, Login login, Path file) {
        String password = properties.getProperty(login.user());
        if (password == null) {
            throw new DatabaseUnusableException(
                    "The password of %s is missing in %s; restore that file.".formatted(login.user(), file));
        }
        return password;
    }

    /** As {@link #read} reads it. */
    String toFile() {
        StringBuilder text = new StringBuilder();
        for (Login login : Login.values()) {
            text.append(login.user()).append('=').append(of(login)).append('\n');
        }
        return text.toString();
    }

    String of(Login login) {
        return switch (login) {
            case OWNER -> owner;
            case FIELD -> field;
            case COUNT -> count;
            case REPORT -> report;
        };
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
