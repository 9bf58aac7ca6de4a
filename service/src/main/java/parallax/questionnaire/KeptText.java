package parallax.questionnaire;

import java.text.Normalizer;

/** What is kept of a text: nothing that hides, reorders or piles up on what stands around it. */
public final class KeptText {

    /** No writing system puts more marks on one letter. */
    private static final int MOST_MARKS = 6;

    private KeptText() {}

    /**
     * Composed, without embedded directions (they would turn what follows around), at most so many marks on a
     * letter. It may be longer than what was typed, three times at most: measure it afterwards.
     * Cleaned again it stays as it is.
     */
    public static String clean(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().filter(c -> !turns(c) && !hides(c)).forEach(shown::appendCodePoint);
        StringBuilder clean = new StringBuilder(text.length());
        int marks = 0;
        for (int c :
                Normalizer.normalize(shown, Normalizer.Form.NFC).codePoints().toArray()) {
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString().strip();
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Joiners stay: Arabic, Persian and Indian scripts and many pictures need them. */
    private static boolean hides(int c) {
        return c == 0x200B || c == 0x2060 || c == 0xFEFF || Character.getType(c) == Character.UNASSIGNED;
    }
}
