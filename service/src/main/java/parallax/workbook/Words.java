package parallax.workbook;

import parallax.questionnaire.Audience;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;

/** English words for the names that tables print. */
final class Words {

    private Words() {}

    static String audience(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    static String owner(Owner owner) {
        return switch (owner) {
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case SHARED -> "Shared";
            case OTHER -> "Other";
        };
    }

    static String phase(Phase phase) {
        return switch (phase) {
            case DISCOVER -> "Discover";
            case DECIDE -> "Decide";
            case BUY -> "Buy";
            case USE -> "Use";
        };
    }
}
