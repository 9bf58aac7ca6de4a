package parallax.diagnostic;

import java.util.List;
import parallax.questionnaire.Audience;

/** Two audiences that are compared: the first less the second. */
record Pair(Audience first, Audience second) {

    /** Who works for the client, in the order they are shown. */
    static final List<Audience> AUDIENCES = List.of(Audience.SALES, Audience.MARKETING, Audience.LEADERSHIP);

    /** All there are, in the order they are shown. */
    static final List<Pair> ALL = List.of(
            new Pair(Audience.SALES, Audience.MARKETING),
            new Pair(Audience.SALES, Audience.LEADERSHIP),
            new Pair(Audience.MARKETING, Audience.LEADERSHIP));
}
