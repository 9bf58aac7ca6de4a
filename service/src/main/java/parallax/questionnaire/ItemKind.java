package parallax.questionnaire;

import java.util.Locale;

/** What kind of answer an item beside the touchpoint ratings takes. */
public enum ItemKind {
    /** How far one agrees: 1 to the number of scale points, or "can't judge". */
    AGREEMENT,
    /** One of several choices. */
    SINGLE,
    /** Any of several choices. */
    MULTIPLE,
    /** A whole number from 0 to 10 with words at both ends. */
    ZERO_TO_TEN,
    /** Up to three single words. */
    WORDS,
    /** One line of text. */
    SHORT_TEXT,
    /** Text of several lines. */
    LONG_TEXT,
    /** A whole number between two limits. */
    NUMBER,
    /** A day. */
    DATE;

    /** Whether its answer is one's own words, kept as a verbatim and never beside the other answers. */
    public boolean isText() {
        return this == WORDS || this == SHORT_TEXT || this == LONG_TEXT;
    }

    /** The most texts that it takes: three words, or one; an item that offers "other" takes one beside it. */
    public int mostTexts() {
        return this == WORDS ? ItemReader.MOST_WORDS : 1;
    }

    /** The most characters of each. */
    public int longestText() {
        return switch (this) {
            case WORDS -> ItemReader.LONGEST_WORD;
            case LONG_TEXT -> ItemReader.LONGEST_TEXT;
            case SHORT_TEXT, AGREEMENT, SINGLE, MULTIPLE, ZERO_TO_TEN, NUMBER, DATE -> ItemReader.LONGEST_LINE;
        };
    }

    /** Whether it offers choices. */
    public boolean hasChoices() {
        return this == SINGLE || this == MULTIPLE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a code.
     *
     * @throws IllegalArgumentException when the code names none; the message lists those that exist
     */
    public static ItemKind ofCode(String code) {
        return Codes.find(values(), ItemKind::code, code, "kind of item");
    }
}
