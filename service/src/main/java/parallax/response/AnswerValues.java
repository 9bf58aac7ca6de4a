package parallax.response;

import java.util.List;
import java.util.Locale;

/** Reads the value of one answer. */
final class AnswerValues {

    /** What {@link #rating} and {@link #number} return for a text that is no answer. */
    static final int WRONG = -1;

    private static final List<Reserved> RESERVED =
            List.of(new Reserved("_nps", 0, 10), new Reserved("_csat", 1, 5), new Reserved("_ces", 1, 7));

    private AnswerValues() {}

    /** A question that is no touchpoint; its position is the one in {@link Response#numbers()}. */
    record Reserved(String key, int lowest, int highest) {}

    /** Position of a reserved touchpoint, -1 when the key is none. */
    static int reservedPosition(String key) {
        for (int i = 0; i < RESERVED.size(); i++) {
            if (RESERVED.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    static Reserved reserved(int position) {
        return RESERVED.get(position);
    }

    /** The byte kept for a rating: 0 not answered, 1…K, 255 did not encounter; {@link #WRONG} for anything else. */
    static int rating(String text, int scalePoints) {
        if (text.isEmpty()) {
            return Response.NOT_ANSWERED;
        }
        if (isNotEncountered(text)) {
            return Response.NOT_ENCOUNTERED & 0xFF;
        }
        int value = wholeNumber(text);
        return value >= 1 && value <= scalePoints ? value : WRONG;
    }

    /** The byte kept for a reserved question: 0 not answered, else the value + 1; {@link #WRONG} for anything else. */
    static int number(String text, Reserved reserved) {
        if (text.isEmpty() || isNotEncountered(text)) {
            return Response.NOT_ANSWERED;
        }
        int value = wholeNumber(text);
        return value >= reserved.lowest() && value <= reserved.highest() ? value + 1 : WRONG;
    }

    private static boolean isNotEncountered(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals("NA") || upper.equals("N/A");
    }

    private static int wholeNumber(String text) {
        if (text.isEmpty() || text.length() > 2) {
            return WRONG;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return WRONG;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
