package parallax.answering;

import parallax.questionnaire.Audience;

/** How long a form takes, as mails and the form itself say. */
public final class Minutes {

    // Twelve touchpoints are the six minutes (teams: five) that the form is designed for.
    private static final double CUSTOMER_TOUCHPOINT = 0.5;
    private static final double TEAM_TOUCHPOINT = 0.4;
    private static final int FEWEST = 2;

    private Minutes() {}

    /**
     * Rounded to whole minutes, 2 or more.
     *
     * @param touchpoints of the questionnaire
     */
    public static int of(Audience audience, int touchpoints) {
        double each = audience.isTeam() ? TEAM_TOUCHPOINT : CUSTOMER_TOUCHPOINT;
        return (int) Math.max(FEWEST, Math.round(touchpoints * each));
    }
}
