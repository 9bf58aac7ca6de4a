package parallax.diagnostic;

/** What statements are about. */
public enum Section {
    SIGNS("seven_signs", "Signs that Sales and Marketing are not aligned", "Agreeing means: the sign is seen."),
    MISTAKES("common_mistakes", "Common mistakes", "Agreeing means: the mistake is seen."),
    REMEDIES("remedies", "Remedies in place", "Agreeing means: it is in place."),
    /** The lead hand-over, and statements of one's own. */
    OTHER("other", "Other statements", "Agreeing means: it is so.");

    private final String code;
    private final String title;
    private final String meaning;

    Section(String code, String title, String meaning) {
        this.code = code;
        this.title = title;
        this.meaning = meaning;
    }

    /** The key of the bank's instrument; {@code other} where there is none. */
    public String code() {
        return code;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }
}
