package parallax.diagnostic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.response.Response;

/** Counts what each audience answered to each statement; these counts did not pass disclosure control. */
final class Ballots implements Consumer<Response> {

    private final Asked asked;
    private final Map<Audience, List<int[]>> counts = new EnumMap<>(Audience.class);
    private boolean holdItems;

    Ballots(Asked asked) {
        this.asked = asked;
        for (Audience audience : Pair.AUDIENCES) {
            List<int[]> ofAudience = new ArrayList<>();
            asked.statements().forEach(statement -> ofAudience.add(new int[Counts.SLOTS]));
            counts.put(audience, ofAudience);
        }
    }

    @Override
    public void accept(Response response) {
        holdItems |= response.items().length > 0;
        List<int[]> ofAudience = counts.get(response.audience());
        if (ofAudience == null || isBrokenOff(response)) {
            return;
        }
        for (int i = 0; i < ofAudience.size(); i++) {
            ofAudience.get(i)[answer(response, asked.statements().get(i)) & 0xff]++;
        }
    }

    /** Whether there were any that have room for items: imported answers have none, whatever the questionnaire asks. */
    boolean holdItems() {
        return holdItems;
    }

    Counts of(Audience audience, int statement) {
        return new Counts(
                counts.getOrDefault(audience, List.of()).get(statement),
                asked.questionnaire().scalePoints());
    }

    /**
     * Whether less than half was answered (METHOD.md §1): then none of it counts. Of teams the ratings decide, as they do for all
     * other figures, so that everywhere the same people count; leadership rates nothing, so the statements do.
     */
    private boolean isBrokenOff(Response response) {
        int questions = 0;
        int answered = 0;
        if (response.audience().ratesTouchpoints()) {
            for (int touchpoint : asked.touchpoints(response.audience())) {
                for (Measure measure : asked.measures(response.audience())) {
                    byte[] ratings = measure == Measure.EXPERIENCE ? response.experience() : response.importance();
                    questions++;
                    answered += at(ratings, touchpoint) == Response.NOT_ANSWERED ? 0 : 1;
                }
            }
        } else {
            for (Statement statement : asked.statements()) {
                if (statement.audiences().contains(response.audience())) {
                    questions++;
                    answered += answer(response, statement) == Response.NOT_ANSWERED ? 0 : 1;
                }
            }
        }
        return 2 * answered < questions;
    }

    private static byte answer(Response response, Statement statement) {
        return at(response.items(), statement.slot());
    }

    private static byte at(byte[] bytes, int position) {
        return position < bytes.length ? bytes[position] : Response.NOT_ANSWERED;
    }
}
