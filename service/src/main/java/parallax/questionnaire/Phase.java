package parallax.questionnaire;

import java.util.Locale;

/** Where on the customer's way a touchpoint lies, in this order. */
public enum Phase {
    DISCOVER,
    DECIDE,
    BUY,
    USE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a code.
     *
     * @throws IllegalArgumentException when the code names none; the message lists those that exist
     */
    public static Phase ofCode(String code) {
        return Codes.find(values(), Phase::code, code, "phase");
    }
}
