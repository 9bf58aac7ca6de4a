package parallax.statistics;

/**
 * How far two groups see the same items alike, in Cronbach's components.
 *
 * @param pair who is compared
 * @param items items both groups were heard on, at least 3
 * @param index {@code 100(1 − √Q/R)}, in [0, 100]
 * @param elevation weighted mean gap, in scale points: over- or underrating in general
 * @param patternSpread weighted standard deviation of the gaps, in scale points, at least 0
 * @param rankCorrelation Spearman's ρ of both groups' means over the items, in [−1, 1], ties sharing their mean rank; NaN
 *     if a group's means are all equal
 * @see <a href="https://doi.org/10.1037/h0044919">Cronbach (1955), Processes affecting scores on "understanding of
 *     others" and "assumed similarity"</a>
 */
public record PairAlignment(
        AlignmentPair pair, int items, double index, double elevation, double patternSpread, double rankCorrelation) {

    /** Whether there is a rank correlation; not if a group rates all items alike. */
    public boolean hasRankCorrelation() {
        return !Double.isNaN(rankCorrelation);
    }
}
