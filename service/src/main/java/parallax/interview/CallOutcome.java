package parallax.interview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a call ended. */
enum CallOutcome {
    /** The interview was held. */
    COMPLETED("Interview held"),
    /** They asked to be called again. */
    APPOINTMENT("Appointment"),
    /** They do not want to take part: no call, mail or reminder of this wave follows. */
    REFUSED("Refused"),
    NO_ANSWER("No answer"),
    /** Somebody else has that number. */
    WRONG_NUMBER("Wrong number");

    private final String words;

    CallOutcome(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CallOutcome> find(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }

    /** For messages. */
    static String codes() {
        return Arrays.stream(values()).map(CallOutcome::code).collect(Collectors.joining(", "));
    }
}
