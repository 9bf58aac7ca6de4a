package parallax.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import parallax.web.InputError;

/** How much may change in a text that people were launched with: a slip of the hand, never what is said. */
final class Typo {

    static final int MOST_CHARACTERS = 20;

    private Typo() {}

    /** What makes a correction more than one. */
    static List<InputError> faults(MessageText before, MessageText after) {
        List<InputError> faults = new ArrayList<>();
        fault("subject", before.subject(), after.subject(), faults);
        fault("body", before.body(), after.body(), faults);
        return faults;
    }

    private static void fault(String field, String before, String after, List<InputError> faults) {
        if (!places(before).equals(places(after))) {
            faults.add(InputError.field(
                    field,
                    null,
                    "Leave the placeholders as they are: the wave is launched, only typos can be mended."));
        } else if (distance(before, after) > MOST_CHARACTERS) {
            faults.add(InputError.field(
                    field,
                    null,
                    "This changes more than a typo: %d characters at most. To say something else, cancel the launch while it is on hold."
                            .formatted(MOST_CHARACTERS)));
        }
    }

    private static List<String> places(String text) {
        return Filling.PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Characters to put in, take out or replace; one more than allowed stands for all above. */
    static int distance(String before, String after) {
        int start = 0;
        int shorter = Math.min(before.length(), after.length());
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return levenshtein(
                before.substring(start, before.length() - end), after.substring(start, after.length() - end));
    }

    private static int levenshtein(String before, String after) {
        if (Math.abs(before.length() - after.length()) > MOST_CHARACTERS) {
            return MOST_CHARACTERS + 1;
        }
        int[] row = new int[after.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= before.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = diagonal + (before.charAt(i - 1) == after.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[after.length()];
    }
}
