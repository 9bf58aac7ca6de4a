package parallax.study;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the customers of a closed wave gave their answers, so far as it may be told: never with an answer, and so that beside
 * the number of all who answered it leaves open how any one of them did.
 *
 * @param web null when {@code few} is told
 * @param phone null when {@code few} is told
 * @param few {@code web} or {@code phone}, of whom there are some but fewer than the minimum group; {@code either}: there are both,
 *     and all together are too few to say of which there are few; null: both numbers are told
 */
public record AnswerModes(
        @Nullable Integer web,
        @Nullable Integer phone,
        @Nullable String few) {

    /**
     * What may be told.
     *
     * @param minimum customers that a figure stands on, 2 or more
     * @return empty where fewer than that answered at all
     */
    public static Optional<AnswerModes> of(int web, int phone, int minimum) {
        int all = web + phone;
        if (all < minimum) {
            return Optional.empty();
        }
        boolean one = web == 0 || phone == 0;
        if (one || web >= minimum && phone >= minimum) {
            return Optional.of(new AnswerModes(web, phone, null));
        }
        // with a few more than the minimum, which of the two are few would tell nearly how many
        String few = all < 2 * minimum ? "either" : web < minimum ? "web" : "phone";
        return Optional.of(new AnswerModes(null, null, few));
    }

    /** As a sentence about customers, such as {@code 40 answered on the web, 12 by phone.} */
    public String inWords(int minimum) {
        if (few == null) {
            return "%d answered on the web, %d by phone.".formatted(web, phone);
        }
        return switch (few) {
            case "phone" -> "Most answered on the web, fewer than %d by phone.".formatted(minimum);
            case "web" -> "Most answered by phone, fewer than %d on the web.".formatted(minimum);
            default -> "Some answered on the web, some by phone; too few to tell how many.";
        };
    }
}
