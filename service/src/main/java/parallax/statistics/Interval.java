package parallax.statistics;

/** A closed interval in the unit of what it is about; {@code low <= high}. */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException if an end is not a number or {@code low > high} */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval runs from low to high, was %s to %s".formatted(low, high));
        }
    }

    /** Half of its width, at least 0. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** The part of this interval inside {@code [lowest, highest]}; an end outside moves to the nearer bound. */
    public Interval clippedTo(double lowest, double highest) {
        return new Interval(clip(low, lowest, highest), clip(high, lowest, highest));
    }

    private static double clip(double value, double lowest, double highest) {
        return Math.min(Math.max(value, lowest), highest);
    }
}
