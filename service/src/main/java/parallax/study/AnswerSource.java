package parallax.study;

import java.util.Locale;

/** Where a wave's answers come from. */
public enum AnswerSource {
    FIELDWORK,
    IMPORT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
