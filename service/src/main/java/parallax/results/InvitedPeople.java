package parallax.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKind;

/**
 * What became of some of the people a response rate is about.
 *
 * @param became such as "complete"
 */
record InvitedPeople(String became, long people) {

    private static final Map<Field, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Field.COMPLETE, "complete");
        WORDS.put(Field.PARTIAL, "partial");
        WORDS.put(Field.REFUSED, "refused or broke off");
        WORDS.put(Field.NO_REACTION, "no reaction");
        WORDS.put(Field.OTHER, "other");
        WORDS.put(Field.UNKNOWN, "unknown, such as a mail that came back");
        WORDS.put(Field.NOT_ELIGIBLE, "not eligible, left out");
    }

    /** Of a response rate; null of other figures. */
    static @Nullable List<InvitedPeople> of(Figure figure) {
        Figure.Estimate estimate = figure.estimate();
        if (figure.key().kind() != FigureKind.RESPONSE_RATE || estimate == null) {
            return null;
        }
        return WORDS.entrySet().stream()
                .filter(entry -> estimate.number(entry.getKey()) != null)
                .map(entry -> new InvitedPeople(entry.getValue(), people(estimate.number(entry.getKey()))))
                .toList();
    }

    private static long people(@Nullable Double number) {
        return number == null ? 0 : Math.round(number);
    }
}
