package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parallax.questionnaire.KeptText;
import parallax.web.InputError;

/** Reads what somebody asks of us on the last page. */
final class WishReader {

    static final String RESULTS = "results";
    static final String CONTACT = "contact";
    static final String COMMENT = "comment";
    /** In which the page was shown: once sent, nothing else tells. */
    static final String LANGUAGE = "language";

    static final Set<String> FIELDS = Set.of(RESULTS, CONTACT, COMMENT, LANGUAGE);

    private WishReader() {}

    static Reading read(Texts texts, PostedForm posted) {
        List<InputError> errors = new ArrayList<>(PageReader.frameErrors(texts, posted, FIELDS));
        String contact = text(texts, posted, CONTACT, Wish.LONGEST_CONTACT, errors);
        String comment = text(texts, posted, COMMENT, Wish.LONGEST_COMMENT, errors);
        boolean results = !posted.all(RESULTS).isEmpty();
        return new Reading(new Wish(results, contact, comment), List.copyOf(errors));
    }

    private static String text(Texts texts, PostedForm posted, String field, int longest, List<InputError> errors) {
        String sent = String.join("\n", posted.all(field))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
        if (!isReadable(sent)) {
            errors.add(InputError.field(field, null, texts.get("error.unreadable")));
            return "";
        }
        String clean = KeptText.clean(sent);
        if (clean.codePointCount(0, clean.length()) > longest) {
            errors.add(InputError.field(field, null, texts.get("error.too_long", "max", longest)));
        }
        return clean;
    }

    static boolean isReadable(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\t'
                        || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE));
    }

    /** What was asked; with errors, as it was typed. */
    record Reading(Wish wish, List<InputError> errors) {}
}
