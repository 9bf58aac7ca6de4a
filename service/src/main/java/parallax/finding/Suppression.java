package parallax.finding;

import java.util.Locale;

/** Why a figure is not shown (METHOD.md §9). */
public enum Suppression {
    FEWER_THAN_MINIMUM,
    TOO_FEW_ACCOUNTS,
    COMPLEMENTARY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
