package parallax.statistics;

/**
 * Weights of persons that meet known margins.
 *
 * @param weights of each person, over 0, with mean 1
 * @param designEffect Kish's {@code 1 + cv²(w)}, at least 1: by so much weighting shrinks the effective number of answers
 * @param trimmed persons whose weight was cut to 5 times the median; if any, margins are met only nearly
 */
public record RakedWeights(double[] weights, double designEffect, int trimmed) {}
