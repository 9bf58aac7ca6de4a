package parallax.finding;

import java.util.Locale;
import parallax.questionnaire.Audience;
import parallax.statistics.Difference;
import parallax.statistics.GridPosition;
import parallax.statistics.Interval;
import parallax.statistics.MeanEstimate;
import parallax.statistics.Quadrant;

/** Puts what customers' pairs tell of one touchpoint at one place into figures. */
record PairFigures(FieldedWave wave, Cell pairs, Place place) {

    private static final double FIRM = 0.90;
    private static final double HIGHEST_SCORE = 100;

    Figure.Estimate priority(PairTables.Standing standing) {
        MeanEstimate score = standing.score();
        Estimates estimate = Estimates.of(pairs.answers(), score.mean()).sides(null, pairs.clusters());
        if (score.hasVariance()) {
            estimate.spread(Math.sqrt(score.variance()), score.df())
                    .intervals(score.interval(0.95, 0, HIGHEST_SCORE), null);
        }
        return estimate.with(Field.RANK, standing.rank().rank())
                .with(Field.RANK_LOW, standing.rank().lowest())
                .with(Field.RANK_HIGH, standing.rank().highest())
                .flags(new Flags(wave).of(Audience.CUSTOMER, pairs, place.isAll(), score))
                .build();
    }

    Figure.Estimate position(PairTables.Standing standing) {
        GridPosition position = standing.position();
        Estimates estimate = Estimates.none()
                .with(Field.N, pairs.answers())
                .with(Field.ACCOUNTS, pairs.clusters())
                .with(Field.IMPORTANCE, position.importance())
                .with(Field.EXPERIENCE, position.experience())
                .with(Field.IMPORTANCE_LINE, standing.importanceLine())
                .with(Field.EXPERIENCE_LINE, standing.experienceLine())
                .with(Field.IMPORTANCE_DISTANCE, position.aboveImportanceLine().value())
                .with(Field.EXPERIENCE_DISTANCE, position.aboveExperienceLine().value())
                .with(Field.QUADRANT, words(position.quadrant()))
                .with(Field.QUADRANT_MIDDLE, words(position.quadrantAtMidpoint(wave.scalePoints())))
                .with(Field.FIRM, position.isFirm(FIRM))
                .with(Field.BELOW_DIAGONAL, position.isBelowDiagonal())
                .flags(new Flags(wave).of(Audience.CUSTOMER, pairs, place.isAll()));
        ends(estimate, position.aboveImportanceLine(), Field.IMPORTANCE_DISTANCE_LOW, Field.IMPORTANCE_DISTANCE_HIGH);
        ends(estimate, position.aboveExperienceLine(), Field.EXPERIENCE_DISTANCE_LOW, Field.EXPERIENCE_DISTANCE_HIGH);
        return estimate.build();
    }

    private static void ends(Estimates estimate, Difference distance, Field low, Field high) {
        if (distance.hasVariance()) {
            Interval interval = distance.interval(FIRM);
            estimate.with(low, interval.low()).with(high, interval.high());
        }
    }

    private static String words(Quadrant quadrant) {
        return quadrant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
