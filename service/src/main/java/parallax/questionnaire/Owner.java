package parallax.questionnaire;

import java.util.Locale;

/** Which team a touchpoint belongs to; {@code other} is delivery, service, price. */
public enum Owner {
    SALES,
    MARKETING,
    SHARED,
    OTHER;

    /** Whether a touchpoint of that owner is a meeting with this one: shared touchpoints are a meeting with both teams. */
    public boolean isMetBy(Owner touchpoint) {
        return touchpoint == this || (touchpoint == SHARED && (this == SALES || this == MARKETING));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a code.
     *
     * @throws IllegalArgumentException when the code names none; the message lists those that exist
     */
    public static Owner ofCode(String code) {
        return Codes.find(values(), Owner::code, code, "owner");
    }
}
