package parallax.statistics;

/**
 * The net promoter score of answers 0–10: 9 and 10 promote, 0 to 6 detract (METHOD.md §3).
 *
 * @param n answers, at least 1
 * @param clusters clusters they come from, 1 to {@code n}
 * @param promoters share in [0, 1]
 * @param detractors share in [0, 1]; both together at most 1
 * @param effectiveN {@code n / max(1, deff)}, in (0, n], where {@code deff} is the CR2 variance, without floor, of the
 *     mean of {@link #net} divided by its {@code s²/n}; the number of clusters if all answers are of one kind; NaN with
 *     a single cluster
 */
public record NetPromoterScore(int n, int clusters, double promoters, double detractors, double effectiveN) {

    /** Highest answer. */
    public static final int SCALE_TOP = 10;

    private static final int PROMOTES_FROM = 9;
    private static final int DETRACTS_TO = 6;

    /** Rocks: three answers are added, ¾ of one to promoters, as much to detractors, the rest to passives. */
    private static final double ADDED = 3;

    private static final double ADDED_TO_A_SHARE = 0.75;

    /**
     * What an answer counts: 1 promoter, 0 passive, −1 detractor.
     *
     * @param answer 0 to 10
     * @throws IllegalArgumentException if it is outside
     */
    public static int net(int answer) {
        if (answer < 0 || answer > SCALE_TOP) {
            throw new IllegalArgumentException("a recommendation must be between 0 and 10, was " + answer);
        }
        if (answer >= PROMOTES_FROM) {
            return 1;
        }
        return answer <= DETRACTS_TO ? -1 : 0;
    }

    /**
     * The score.
     *
     * @param answers how often 0, 1, … 10 was answered
     * @param net the same answers by cluster, each counted by {@link #net}
     * @throws IllegalArgumentException if there is no answer, or the two are not of the same answers
     */
    public static NetPromoterScore of(int[] answers, Clusters net) {
        if (answers.length != SCALE_TOP + 1) {
            throw new IllegalArgumentException("recommendations have 11 counts, were " + answers.length);
        }
        MeanEstimate mean = ClusteredMean.of(net);
        double n = mean.n();
        int promoters = count(answers, 1);
        int detractors = count(answers, -1);
        int passives = count(answers, 0);
        if (promoters + detractors + passives != mean.n() || Math.abs(promoters - detractors - n * mean.mean()) > 0.5) {
            throw new IllegalArgumentException("counts and clusters must be of the same answers");
        }
        double spread = (promoters + detractors) / n - mean.mean() * mean.mean();
        boolean oneKind = Math.max(promoters, Math.max(detractors, passives)) == mean.n();
        double variance = ClusteredMean.withoutFloor(net).variance();
        double effectiveN = Share.effectiveN(mean, variance, oneKind ? 0 : spread);
        return new NetPromoterScore(mean.n(), mean.clusters(), promoters / n, detractors / n, effectiveN);
    }

    private static int count(int[] answers, int net) {
        int count = 0;
        for (int answer = 0; answer <= SCALE_TOP; answer++) {
            if (answers[answer] < 0) {
                throw new IllegalArgumentException("a count must be at least 0, was " + answers[answer]);
            }
            if (net(answer) == net) {
                count += answers[answer];
            }
        }
        return count;
    }

    /** Promoters less detractors, in [−100, 100]. */
    public double value() {
        return 100 * (promoters - detractors);
    }

    /** Whether it has an interval; not with a single cluster. */
    public boolean hasInterval() {
        return !Double.isNaN(effectiveN);
    }

    /**
     * Adjusted Wald interval in [−100, 100]: {@code n' = n* + 3}, {@code P' = (n*P + ¾)/n'}, {@code D'} likewise, centre
     * {@code P' − D'}, variance {@code (P' + D' − (P' − D')²)/n'}. It need not contain the raw score.
     *
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException if confidence is outside
     * @throws IllegalStateException with a single cluster
     * @see <a href="https://arxiv.org/abs/1601.07235">Rocks (2016), Interval estimation for the "Net Promoter
     *     Score"</a>
     */
    public Interval interval(double confidence) {
        if (!hasInterval()) {
            throw new IllegalStateException("answers of a single cluster give no interval");
        }
        double n = effectiveN + ADDED;
        double p = (effectiveN * promoters + ADDED_TO_A_SHARE) / n;
        double d = (effectiveN * detractors + ADDED_TO_A_SHARE) / n;
        double centre = p - d;
        double reach = Share.quantile(confidence) * Math.sqrt((p + d - centre * centre) / n);
        return new Interval(100 * (centre - reach), 100 * (centre + reach)).clippedTo(-100, 100);
    }
}
