package parallax.web;

import java.util.Locale;

/** What a person of the consultancy may do; a reader sees releases of one engagement only. */
public enum Role {
    OWNER,
    CONSULTANT,
    READER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isStaff() {
        return this != READER;
    }
}
