package parallax.study;

import java.util.Map;
import java.util.stream.Collectors;
import parallax.questionnaire.Audience;

/** Whether what is told of an audience agrees with the wave, with its answers and with itself. */
record FrameCheck(FrameInput.Known known, InputCheck check) {

    void check(Audience audience, AudienceFrame frame, String pointer) {
        if (!known.asked().contains(audience)) {
            check.error(
                    pointer,
                    audience.code(),
                    "This wave asks %s; leave %s out, or add it to the wave's audiences while it is a draft."
                            .formatted(asked(), audience.code()));
            return;
        }
        int answered = known.answered().getOrDefault(audience, 0);
        if (frame.people() != null && frame.people() < answered) {
            check.error(
                    pointer + "/people",
                    frame.people(),
                    "%,d people of this audience have answered; use %,d or more.".formatted(answered, answered));
        } else {
            checkAnswering(frame, answered, pointer);
            checkSum(frame, pointer);
        }
    }

    private void checkAnswering(AudienceFrame frame, int answered, String pointer) {
        Map<String, Integer> counts = frame.dispositions();
        Integer most = frame.mostAnswers();
        if (!counts.isEmpty() && most != null && most < answered) {
            check.error(
                    pointer + "/I",
                    counts.get("I"),
                    "%,d people of this audience have answered, but I, P and R (with break-offs) add up to %,d; count each of them in one of the three."
                            .formatted(answered, most));
        }
    }

    /** Everybody has one disposition; those who turned out not to be eligible may or may not be among the people. */
    private void checkSum(AudienceFrame frame, String pointer) {
        Integer people = frame.people();
        int most = frame.counted();
        int least = most - frame.dispositions().getOrDefault("NE", 0);
        if (people != null && most > 0 && (people < least || people > most)) {
            check.error(
                    pointer + "/people",
                    people,
                    "The dispositions of this audience add up to %,d people. Everybody has exactly one (break-offs are part of R): correct people, or the counts."
                            .formatted(least));
        }
    }

    private String asked() {
        return known.asked().stream().sorted().map(Audience::code).collect(Collectors.joining(", "));
    }
}
