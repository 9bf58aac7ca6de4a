package parallax.results;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * What a figure is and how it is worked out, in words (METHOD.md §3, §6–§8).
 *
 * @param meaning what it tells
 * @param formula how it is worked out
 * @param range how its likely range is found; null for kinds without one
 */
record Definition(String meaning, String formula, @Nullable String range) {

    private static final String OF_A_MEAN =
            "The 95 % range counts customers' companies, not only their answers (CR2 variance,"
                    + " Bell–McCaffrey degrees of freedom); for a team it is the ordinary t range. Below 30 answers the variance is taken"
                    + " to be at least 0.25.";
    private static final String OF_A_GAP =
            "Welch: the variances of both means are added; 95 % by Student's t with Welch's degrees of freedom.";
    private static final String OF_A_SHARE =
            "Wilson's 95 % range, with the number of answers reduced where answers of one company resemble each other.";

    /** By AAPOR's names. */
    private static final Map<String, String> RATES = Map.of(
            "RR1", "complete ÷ (complete + partial + refused + no reaction + other + unknown)",
            "RR2", "(complete + partial) ÷ (complete + partial + refused + no reaction + other + unknown)",
            "RR3", "complete ÷ (complete + partial + refused + no reaction + other + e × unknown)",
            "RR4", "(complete + partial) ÷ (complete + partial + refused + no reaction + other + e × unknown)",
            "RR5", "complete ÷ (complete + partial + refused + no reaction + other)",
            "RR6", "(complete + partial) ÷ (complete + partial + refused + no reaction + other)",
            "COOP1", "complete ÷ (complete + partial + refused + other)",
            "CON1", "(complete + partial + refused + other) ÷ all eligible and unknown",
            "REF1", "refused ÷ all eligible and unknown",
            "completion", "complete ÷ (complete + partial + broken off)");

    static Definition of(FigureKey key) {
        return switch (key.kind()) {
            case MEAN -> new Definition(mean(key), "sum of the ratings ÷ number of people who rated it", OF_A_MEAN);
            case TOP2 ->
                new Definition(
                        "The share of " + people(key) + " whose rating was one of the two highest scale points.",
                        "ratings of the two highest scale points ÷ all ratings",
                        OF_A_SHARE);
            case REACH ->
                new Definition(
                        "The share of " + people(key) + " who met it, of all who said whether they did.",
                        "people who rated it ÷ (people who rated it + people who did not encounter it)",
                        null);
            case PERCEPTION_GAP, PRIORITY_GAP, ALIGNMENT_GAP, SERVICE_GAP, TOP2_GAP, TREND -> ofGap(key);
            case RECOMMENDATION, CSAT, CES -> ofScore(key.kind());
            case ALIGNMENT_INDEX, PRIORITY, GRID, RESPONSE_RATE -> ofWhole(key);
        };
    }

    private static Definition ofGap(FigureKey key) {
        String team = key.team() == null ? "Sales" : Names.audience(key.team());
        return switch (key.kind()) {
            case PERCEPTION_GAP ->
                new Definition(
                        "How far " + team + " believes customers rate it above (+) or below (−) what customers say.",
                        "mean of what %s believes customers give − mean of what customers give".formatted(team),
                        OF_A_GAP);
            case PRIORITY_GAP ->
                new Definition(
                        "How much more (+) or less (−) important %s finds it than customers do.".formatted(team),
                        "mean importance to %s − mean importance to customers".formatted(team),
                        OF_A_GAP);
            case ALIGNMENT_GAP ->
                new Definition(
                        "How far Sales stands above (+) or below (−) Marketing.",
                        "mean of Sales − mean of Marketing",
                        OF_A_GAP);
            case SERVICE_GAP ->
                new Definition(
                        "How far experience falls short of importance (+) or exceeds it (−), for customers who rated both.",
                        "mean of (importance − experience) over customers who rated both",
                        OF_A_MEAN);
            case TREND -> ofTrend(key);
            default ->
                new Definition(
                        "How the shares of the two highest answers differ; no verdict rests on it.",
                        "share of %s − share of %s".formatted(team, key.team() == null ? "Marketing" : "customers"),
                        "Newcombe's range from Wilson's two ranges.");
        };
    }

    private static Definition ofTrend(FigureKey key) {
        return new Definition(
                "How the mean of %s moved since the wave before, where the item did not change.".formatted(people(key)),
                "mean in this wave − mean in the wave before",
                "As of a mean, with companies and persons who answered in both waves linked.");
    }

    private static Definition ofScore(FigureKind kind) {
        return switch (kind) {
            case RECOMMENDATION ->
                new Definition(
                        "How many more would recommend than would not, from −100 to 100.",
                        "100 × (share of answers 9 and 10 − share of answers 0 to 6)",
                        "Adjusted Wald: three answers are added, a quarter of them promoters and a quarter detractors.");
            case CSAT ->
                new Definition(
                        "How many are satisfied, in per cent.",
                        "100 × answers 4 and 5 ÷ all answers on the scale from 1 to 5",
                        OF_A_SHARE);
            default ->
                new Definition(
                        "How many found it easy, in per cent.",
                        "100 × answers 6 and 7 ÷ all answers on the scale from 1 to 7",
                        OF_A_SHARE);
        };
    }

    private static Definition ofWhole(FigureKey key) {
        return switch (key.kind()) {
            case ALIGNMENT_INDEX ->
                new Definition(
                        "How alike customers, Sales and Marketing see all touchpoints: 100 is alike, each point lost a typical"
                                + " gap of 1 % of the scale.",
                        "100 × (1 − √(mean over the pairs of [gap² − what chance alone gives], weighted by importance)"
                                + " ÷ scale range)",
                        "Leaving out one person (teams) or company (customers) at a time; ± 1.96 standard errors.");
            case PRIORITY ->
                new Definition(
                        "What to fix first: high where it matters to a customer and the same customer's experience is poor,"
                                + " 0 to 100.",
                        "mean over customers of 100 × (importance − 1) ÷ range × (highest point − experience) ÷ range",
                        OF_A_MEAN + " Ranks carry the range that holds for all touchpoints together with 90 %.");
            case GRID ->
                new Definition(
                        "Where it stands among the touchpoints: by mean importance and mean experience of customers who rated"
                                + " both.",
                        "distance to the mean of all touchpoints' means, on each measure; a mean on the line counts as high",
                        "Firm only if the 90 % ranges of both distances leave out 0.");
            default ->
                new Definition(
                        "Which share of those invited answered, by AAPOR's definition.",
                        RATES.getOrDefault(String.valueOf(key.variant()), "as AAPOR defines it"),
                        null);
        };
    }

    private static String mean(FigureKey key) {
        String weighted =
                FigureKey.WEIGHTED.equals(key.variant()) ? " Customers are weighted to the margins known of them." : "";
        if (key.audience() == null || !key.audience().isTeam()) {
            return (key.measure() == Measure.EXPERIENCE
                            ? "The average rating customers gave their own experience; each customer counts the same."
                            : "The average of how important it is to customers.")
                    + weighted;
        }
        String team = Names.audience(key.audience());
        return key.measure() == Measure.EXPERIENCE
                ? "The average of what %s believes customers rate it.".formatted(team)
                : "The average of how important it is in %s' own view.".formatted(team);
    }

    private static String people(FigureKey key) {
        Audience audience = key.audience();
        return audience == null || !audience.isTeam() ? "customers" : Names.audience(audience);
    }
}
