package parallax.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a figure is rounded when it is printed (METHOD.md §9.4, 9.5): the same in every output. */
public final class Rounding {

    /** Binary noise of a difference such as 4.2 − 3.15 must not decide a half. */
    private static final int NOISE_SCALE = 12;

    private Rounding() {}

    /** Scale points to 0.1, halves away from zero, never −0.0. */
    public static double points(double value) {
        return decimal(value, 1).doubleValue() + 0.0;
    }

    /**
     * How wide a gap is as it is printed: what all outputs sort by. Gaps printed alike keep the order of the questionnaire, so
     * that an order tells no more than the numbers.
     */
    public static double width(double gap) {
        return Math.abs(points(gap));
    }

    /** A share in [0, 1] to 0.01. */
    public static double share(double value) {
        return decimal(value, 2).doubleValue() + 0.0;
    }

    /** Without the noise that binary subtraction leaves in the last digits: to 12 decimals. */
    public static double withoutNoise(double value) {
        return decimal(value, NOISE_SCALE).doubleValue() + 0.0;
    }

    /** Scale points with one decimal and a true minus sign: "4.2", "−0.8". */
    public static String pointsText(double value) {
        return decimal(value, 1).toPlainString().replace('-', '−');
    }

    /** A gap with its sign: "+1.1", "−0.8", "0.0". */
    public static String gapText(double value) {
        return points(value) > 0 ? "+" + pointsText(value) : pointsText(value);
    }

    private static BigDecimal decimal(double value, int digits) {
        return new BigDecimal(value).setScale(NOISE_SCALE, RoundingMode.HALF_UP).setScale(digits, RoundingMode.HALF_UP);
    }
}
