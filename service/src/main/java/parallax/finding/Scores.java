package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parallax.questionnaire.Audience;
import parallax.statistics.Interval;
import parallax.statistics.MeanEstimate;
import parallax.statistics.NetPromoterScore;

/** Recommendation, satisfaction and effort of every audience that was asked (METHOD.md §3). */
final class Scores {

    /** What is asked besides touchpoints, in the order of {@link parallax.response.Response#numbers()}. */
    enum Question {
        RECOMMENDATION(FigureKind.RECOMMENDATION, 11),
        SATISFACTION(FigureKind.CSAT, 6),
        EFFORT(FigureKind.CES, 8);

        private final FigureKind kind;
        private final int highestCode;

        Question(FigureKind kind, int highestCode) {
            this.kind = kind;
            this.highestCode = highestCode;
        }

        FigureKind kind() {
            return kind;
        }

        Tally tally(Panel panel) {
            return this == RECOMMENDATION ? Tally.ofRecommendations(panel) : Tally.withTopTwo(panel, highestCode);
        }

        /** Answers are stored one higher. */
        int highest() {
            return highestCode - 1;
        }

        int lowest() {
            return this == RECOMMENDATION ? 0 : 1;
        }
    }

    private final FigureIds ids;
    private final Flags flags;

    private Scores(FieldedWave wave, FigureIds ids) {
        this.ids = ids;
        flags = new Flags(wave);
    }

    /** By audience, question and segment; none for a question that nobody of an audience answered. */
    static List<Figure> of(FieldedWave wave, Tables tables, FigureIds ids) {
        Scores scores = new Scores(wave, ids);
        List<Figure> figures = new ArrayList<>();
        for (Audience audience : Audience.raters()) {
            for (Question question : Question.values()) {
                Optional<Table> table = tables.score(audience, question);
                for (Place place : Place.of(wave.segments())) {
                    if (table.isPresent() && table.get().isSplitBy(place)) {
                        figures.add(scores.figure(
                                audience, question, place, table.get().at(place)));
                    }
                }
            }
        }
        return figures;
    }

    private Figure figure(Audience audience, Question question, Place place, Table.Part part) {
        FigureKey key = FigureKey.score(question.kind, audience, place.segment());
        if (part.suppression() != null) {
            return new Figure(ids.of(key), key, part.suppression(), null);
        }
        Cell cell = part.cell();
        NetPromoterScore recommendation = cell.recommendation();
        Estimates estimate = recommendation == null ? share(cell, question) : recommendation(cell, recommendation);
        estimate.with(Field.DISTRIBUTION_HIDDEN, cell.hidesDistribution());
        return new Figure(
                ids.of(key),
                key,
                null,
                estimate.flags(flags.of(audience, cell, place.isAll())).build());
    }

    private static Estimates recommendation(Cell cell, NetPromoterScore score) {
        Estimates estimate = Estimates.of(cell.answers(), score.value())
                .sides(null, cell.clusters())
                .with(Field.PROMOTERS, score.promoters())
                .with(Field.DETRACTORS, score.detractors());
        return score.hasInterval()
                ? estimate.with(Field.EFFECTIVE_N, score.effectiveN()).intervals(score.interval(0.95), null)
                : estimate;
    }

    /** The share in per cent, and the mean behind it. */
    private static Estimates share(Cell cell, Question question) {
        MeanEstimate mean = cell.requireMean();
        Estimates estimate = Means.ofShare(cell, cell.requireTopTwo(), 100).with(Field.MEAN, mean.mean());
        if (mean.hasVariance()) {
            Interval interval = mean.interval(0.95, question.lowest(), question.highest());
            estimate.with(Field.MEAN_LOW, interval.low()).with(Field.MEAN_HIGH, interval.high());
        }
        return estimate;
    }
}
