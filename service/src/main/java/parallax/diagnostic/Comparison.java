package parallax.diagnostic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.finding.Flag;
import parallax.finding.Verdict;
import parallax.finding.VerdictRule;
import parallax.questionnaire.Audience;
import parallax.statistics.Difference;
import parallax.statistics.Interval;
import parallax.statistics.MeanEstimate;
import parallax.statistics.MultipleTests;
import parallax.statistics.OrdinalComparison;
import parallax.study.TeamScope;

/** Turns counts into views and gaps by the method of all other gaps (METHOD.md §2, 3, 5, 9). */
final class Comparison {

    private static final double ORDINAL_P = 0.10;
    private static final double SLACK = 1e-12;

    private final Asked asked;
    private final Ballots ballots;
    private final int scalePoints;
    private final double smallestGap;
    private final VerdictRule rule;

    private Comparison(Asked asked, Ballots ballots) {
        this.asked = asked;
        this.ballots = ballots;
        scalePoints = asked.questionnaire().scalePoints();
        smallestGap = asked.engagement().smallestGapPoints();
        rule = new VerdictRule(smallestGap, scalePoints - 1);
    }

    static Diagnostic of(Asked asked, Ballots ballots) {
        return new Comparison(asked, ballots).diagnostic();
    }

    /** One side of a gap; without a mean it is suppressed. */
    private record Side(
            Audience audience,
            Counts counts,
            @Nullable Suppression suppression,
            @Nullable MeanEstimate mean,
            Set<Flag> flags) {

        MeanEstimate requireMean() {
            return Objects.requireNonNull(mean);
        }
    }

    private Diagnostic diagnostic() {
        List<Map<Audience, Side>> sides = new ArrayList<>();
        for (int i = 0; i < asked.statements().size(); i++) {
            Map<Audience, Side> ofStatement = new EnumMap<>(Audience.class);
            for (Audience audience : asked.statements().get(i).audiences()) {
                ofStatement.put(audience, side(audience, ballots.of(audience, i)));
            }
            sides.add(ofStatement);
        }
        List<List<ViewGap>> gaps = gaps(sides);
        List<Diagnostic.Item> items = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Statement statement = asked.statements().get(i);
            List<View> views = statement.audiences().stream()
                    .map(sides.get(i)::get)
                    .map(this::view)
                    .toList();
            items.add(new Diagnostic.Item(statement.key(), statement.section(), statement.text(), views, gaps.get(i)));
        }
        List<Audience> audiences = Pair.AUDIENCES.stream()
                .filter(audience -> asked.statements().stream()
                        .anyMatch(statement -> statement.audiences().contains(audience)))
                .toList();
        return new Diagnostic(scalePoints, smallestGap, asked.minimum().persons(), audiences, items);
    }

    private Side side(Audience audience, Counts counts) {
        Suppression suppression = asked.minimum().check(counts.group());
        if (suppression != null) {
            return new Side(audience, counts, suppression, null, Set.of());
        }
        Integer people = asked.people(audience);
        MeanEstimate mean = counts.mean();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (people != null && counts.answers() >= people) {
            flags.add(Flag.CENSUS);
            if (asked.engagement().teamScope() == TeamScope.THESE_PEOPLE) {
                flags.add(Flag.THESE_PEOPLE);
                return new Side(audience, counts, null, mean.asCensus(), flags);
            }
        }
        if (mean.floored()) {
            flags.add(Flag.FLOORED);
        }
        return new Side(audience, counts, null, mean, flags);
    }

    private View view(Side side) {
        if (side.suppression() != null) {
            return new View(side.audience(), side.suppression(), null);
        }
        Counts counts = side.counts();
        // how sure the mean is speaks of the function, whatever the gaps speak of
        MeanEstimate mean = counts.mean();
        Interval interval = mean.interval(0.95, 1, scalePoints);
        return new View(
                side.audience(),
                null,
                new View.Estimate(
                        counts.answers(),
                        counts.cannotJudge(),
                        counts.leftOpen(),
                        mean.mean(),
                        Math.sqrt(mean.variance()),
                        mean.df(),
                        interval.low(),
                        interval.high(),
                        counts.tellsShare() ? counts.agreeing() : null,
                        side.flags()));
    }

    /** By statement. All statements are tested together, each pair of audiences by itself. */
    private List<List<ViewGap>> gaps(List<Map<Audience, Side>> sides) {
        List<List<ViewGap>> gaps = new ArrayList<>();
        sides.forEach(statement -> gaps.add(new ArrayList<>()));
        for (Pair pair : Pair.ALL) {
            List<Optional<Difference>> differences =
                    sides.stream().map(statement -> difference(pair, statement)).toList();
            double[] p = differences.stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(Difference::p)
                    .toArray();
            double[] q = MultipleTests.benjaminiHochberg(p);
            double[] holm = MultipleTests.holm(p);
            int test = 0;
            for (int i = 0; i < sides.size(); i++) {
                Side first = sides.get(i).get(pair.first());
                Side second = sides.get(i).get(pair.second());
                if (first == null || second == null) {
                    continue;
                }
                Optional<Difference> difference = differences.get(i);
                gaps.get(i)
                        .add(
                                difference.isEmpty()
                                        ? suppressed(first, second)
                                        : gap(first, second, difference.get(), q[test], holm[test]));
                test += difference.isPresent() ? 1 : 0;
            }
        }
        return gaps;
    }

    private static Optional<Difference> difference(Pair pair, Map<Audience, Side> statement) {
        Side first = statement.get(pair.first());
        Side second = statement.get(pair.second());
        return first == null || second == null || first.mean() == null || second.mean() == null
                ? Optional.empty()
                : Optional.of(Difference.between(first.mean(), second.mean()));
    }

    private static ViewGap suppressed(Side first, Side second) {
        Suppression reason = first.suppression() != null ? first.suppression() : second.suppression();
        return new ViewGap(first.audience(), second.audience(), reason, null);
    }

    private ViewGap gap(Side first, Side second, Difference difference, double q, double holm) {
        Verdict verdict = rule.of(difference, q);
        OrdinalComparison ranks =
                OrdinalComparison.of(first.counts().ratings(), second.counts().ratings());
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(first.flags());
        flags.addAll(second.flags());
        if (!ranksAgree(verdict, ranks)) {
            flags.add(Flag.ORDINAL_DISAGREES);
        }
        Interval wide = difference.interval(0.95);
        Interval narrow = difference.interval(0.90);
        return new ViewGap(
                first.audience(),
                second.audience(),
                null,
                new ViewGap.Estimate(
                        first.requireMean().n(),
                        second.requireMean().n(),
                        difference.value(),
                        100 * difference.value() / (scalePoints - 1),
                        new ViewGap.Spread(
                                difference.standardError(),
                                difference.df(),
                                wide.low(),
                                wide.high(),
                                narrow.low(),
                                narrow.high(),
                                difference.p(),
                                difference.equivalenceP(smallestGap)),
                        q,
                        holm,
                        new ViewGap.Ranks(ranks.theta(), ranks.brunnerMunzelP()),
                        verdict,
                        flags));
    }

    /** A clear verdict that ranks do not bear out rests on few extreme answers (METHOD.md §3). */
    private static boolean ranksAgree(Verdict verdict, OrdinalComparison ranks) {
        if (!verdict.isClear()) {
            return true;
        }
        boolean sameDirection = verdict == Verdict.CLEAR_ABOVE ? ranks.theta() > 0.5 : ranks.theta() < 0.5;
        return sameDirection && (!ranks.hasBrunnerMunzel() || ranks.brunnerMunzelP() <= ORDINAL_P + SLACK);
    }
}
