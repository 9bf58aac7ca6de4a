package parallax.disclosure;

import java.util.Locale;

/** Why a figure is not shown (METHOD.md §9). */
public enum Suppression {
    FEWER_THAN_MINIMUM,
    TOO_FEW_ACCOUNTS,
    COMPLEMENTARY,
    /** One account gave more than half of the answers; kept from clients only. */
    DOMINATED,
    /** A share or spread of fewer than ten answers, or of answers of which all but two are the same; kept from clients only. */
    EXTREME;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
