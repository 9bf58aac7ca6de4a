package parallax.study;

import java.util.Locale;

/** Whether a team's figures speak of the function or of exactly the people on it today (METHOD.md §4). */
public enum TeamScope {
    FUNCTION,
    THESE_PEOPLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
