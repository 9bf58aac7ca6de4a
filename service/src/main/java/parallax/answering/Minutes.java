package parallax.answering;

import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.Measure;

/** How long a form takes, as mails and the form itself say. */
public final class Minutes {

    // Twelve touchpoints are the six minutes (teams: five) that the form is designed for.
    private static final double CUSTOMER_TOUCHPOINT = 0.5;
    private static final double TEAM_TOUCHPOINT = 0.4;
    /** A word or two more often than a paragraph. */
    private static final double WRITTEN = 0.3;

    private static final double MARKED = 0.15;
    private static final int FEWEST = 2;

    private Minutes() {}

    /** Rounded to whole minutes, 2 or more. */
    public static int of(Form form) {
        double items = 0;
        for (FormItem item : form.items()) {
            items += item.kind().isText() ? WRITTEN : MARKED;
        }
        double each = form.audience().isTeam() ? TEAM_TOUCHPOINT : CUSTOMER_TOUCHPOINT;
        int touchpoints = form.questions().size() / Measure.values().length;
        return (int) Math.max(FEWEST, Math.round(touchpoints * each + items));
    }
}
