package parallax.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The script an administrator of an outside database runs with psql; the embedded server runs the same one. */
final class AdministratorScript {

    static final String NAME = "docs/outside-database.sql";
    private static final String RESOURCE = "/database/outside-database.sql";

    private AdministratorScript() {}

    /** The script with its psql variables filled. */
    static String with(Passwords passwords) throws IOException {
        String script = text();
        for (Login login : Login.values()) {
            String variable = ":'" + login.user().replace("parallax_", "") + "_password'";
            if (!script.contains(variable)) {
                throw new IllegalStateException(RESOURCE + " has no " + variable);
            }
            script = script.replace(variable, "'" + passwords.of(login).replace("'", "''") + "'");
        }
        return script;
    }

    private static String text() throws IOException {
        try (InputStream stream = AdministratorScript.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IOException(RESOURCE + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
