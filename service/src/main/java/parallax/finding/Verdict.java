package parallax.finding;

import java.util.Locale;

/** What may be said of a gap (METHOD.md §5, codes and glyphs of §11); the only place a claim is made. */
public enum Verdict {
    SUPPRESSED("[c]"),
    CLEAR_ABOVE("▲"),
    CLEAR_BELOW("▼"),
    ALIGNED("●"),
    LEANING_ABOVE("△"),
    LEANING_BELOW("▽"),
    TOO_WIDE("◌"),
    NO_EVIDENCE("○"),
    /** Of a trend whose item changed between the waves; it has no number. */
    NOT_COMPARABLE("–");

    private final String glyph;

    Verdict(String glyph) {
        this.glyph = glyph;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String glyph() {
        return glyph;
    }

    public boolean isClear() {
        return this == CLEAR_ABOVE || this == CLEAR_BELOW;
    }

    public boolean isLeaning() {
        return this == LEANING_ABOVE || this == LEANING_BELOW;
    }
}
