package parallax.interview;

import org.jspecify.annotations.Nullable;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;

/** What is wrong with an answer, and what to do, in an interviewer's words. */
final class Faults {

    static final int LONGEST_NOTE = 1000;

    private Faults() {}

    static String of(AnswerException wrong, FormItem item) {
        Object[] arguments = wrong.arguments().toArray();
        return switch (wrong.fault()) {
            case NO_OPTION ->
                "That is none of the answers. Use one of %s.".formatted(Script.offered(item.options().stream()));
            case TOO_MANY -> "At most %s. Leave the others out.".formatted(arguments);
            case TOO_LONG -> "Shorten this to %s characters.".formatted(arguments);
            case NO_NUMBER -> "Use a whole number from %s to %s.".formatted(arguments);
            case NO_DAY -> "Use a day such as 2026-03-31.";
            case UNREADABLE -> "This holds a control character. Type it anew.";
        };
    }

    /** All notes together: a ballot has no more room, or its size would tell that it came by phone. */
    static String ofNotes(int tooLong) {
        return "All notes of an interview together are too long by about %d characters. Shorten them."
                .formatted(tooLong);
    }

    /** What is wrong with a note; null: nothing. */
    static @Nullable String ofNote(String note) {
        int length = note.codePointCount(0, note.length());
        if (length > LONGEST_NOTE) {
            return "Shorten this note to %d characters; it has %d.".formatted(LONGEST_NOTE, length);
        }
        boolean readable = note.codePoints().allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c));
        return readable ? null : "This note holds a control character. Type it anew.";
    }
}
