package parallax.database;

import java.util.Locale;

/** The four logins; none a superuser, none a member of another. */
enum Login {
    /** Migrates, then is closed. */
    OWNER,
    /** People, links, drafts, mail; puts ballots in. */
    FIELD,
    /** Takes ballots out, writes answers. */
    COUNT,
    /** Reads answers. */
    REPORT;

    String user() {
        return "parallax_" + name().toLowerCase(Locale.ROOT);
    }
}
