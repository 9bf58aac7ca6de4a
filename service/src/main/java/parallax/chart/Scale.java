package parallax.chart;

/**
 * An axis of scale points, always drawn whole.
 *
 * @param points K; the axis runs from 1 to K
 * @param lowWord what the low end means
 * @param highWord what the high end means
 */
public record Scale(int points, String lowWord, String highWord) {

    /** Where a value lies between both ends, in [0, 1] for values in [1, K]. */
    double share(double value) {
        return (value - 1) / (points - 1);
    }
}
