package parallax.statistics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How large a difference of two means must come out to be told from 0, judged before anybody answered: half the 95 %
 * interval of METHOD.md §3 with the variances that the method's engine (§2) would find on average.
 *
 * <p>Answers are taken to spread by a quarter of the range, one point on 1 to 5, and those of one account to resemble each
 * other with an intra-class correlation of 0.3, as in the method's own simulations.
 */
public final class ProvableGap {

    private static final double SPREAD = 0.25;
    private static final double ALIKE = 0.3;
    private static final double CONFIDENCE = 0.95;
    private static final double FEWEST_ACCOUNTS = 2;

    private ProvableGap() {}

    /**
     * Half the interval, in scale points.
     *
     * @param teamAnswers expected of the team
     * @param accounts number of invited people in an account, to number of such accounts
     * @param response share of them who answer, in (0, 1]
     * @param range K − 1 scale points
     * @return empty when so few answers have no interval: below 2 of the team, or from below 2 accounts
     * @throws IllegalArgumentException for a number outside its range
     */
    public static OptionalDouble between(
            int teamAnswers, Map<Integer, Integer> accounts, double response, double range) {
        if (!(response > 0 && response <= 1) || !(range > 0) || teamAnswers < 0) {
            throw new IllegalArgumentException(
                    "response must lie in (0, 1] and the range over 0, was %s and %s, answers %d"
                            .formatted(response, range, teamAnswers));
        }
        if (accounts.entrySet().stream().anyMatch(entry -> entry.getKey() < 1 || entry.getValue() < 1)) {
            throw new IllegalArgumentException("accounts hold 1 person or more");
        }
        return calculate(teamAnswers, accounts, response, range);
    }

    static OptionalDouble calculate(int teamAnswers, Map<Integer, Integer> accounts, double response, double range) {
        double variance = SPREAD * range * SPREAD * range;
        MeanEstimate customers = customers(accounts, response, variance);
        if (teamAnswers < 2 || !customers.hasVariance()) {
            return OptionalDouble.empty();
        }
        MeanEstimate team =
                new MeanEstimate(teamAnswers, teamAnswers, 0, variance / teamAnswers, teamAnswers - 1, false);
        return OptionalDouble.of(
                Difference.between(team, customers).interval(CONFIDENCE).halfWidth());
    }

    /** Of m people in an account somebody answers with probability 1 − (1 − r)^m, then on average m·r of that many. */
    private static MeanEstimate customers(Map<Integer, Integer> accounts, double response, double variance) {
        double answers = 0;
        double answering = 0;
        for (Map.Entry<Integer, Integer> entry : accounts.entrySet()) {
            answers += entry.getKey() * response * entry.getValue();
            answering += reached(entry.getKey(), response) * entry.getValue();
        }
        double sumP2 = 0;
        double sumQ = 0;
        double sumQ2 = 0;
        double ofMean = 0;
        double largest = 0;
        for (Map.Entry<Integer, Integer> entry : accounts.entrySet()) {
            double reached = reached(entry.getKey(), response);
            double size = entry.getKey() * response / reached;
            double p = size / answers;
            double q = p * p / (1 - p);
            double times = reached * entry.getValue();
            sumP2 += times * p * p;
            sumQ += times * q;
            sumQ2 += times * q * q;
            ofMean += times * p * p * variance * (ALIKE + (1 - ALIKE) / size);
            largest = Math.max(largest, p);
        }
        boolean known = answering >= FEWEST_ACCOUNTS && largest < 1;
        return new MeanEstimate(
                (int) answers,
                (int) answering,
                0,
                known ? ofMean : Double.NaN,
                known ? 1 / (sumP2 + sumQ * sumQ - sumQ2) : Double.NaN,
                false);
    }

    private static double reached(int people, double response) {
        return 1 - Math.pow(1 - response, people);
    }
}
