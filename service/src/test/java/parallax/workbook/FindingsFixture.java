package parallax.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.Suppression;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.finding.Flag;
import parallax.finding.Participation;
import parallax.finding.TouchpointCounts;
import parallax.finding.TouchpointCounts.MeasureCounts;
import parallax.finding.Verdict;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.study.AnswerSource;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;

/**
 * Findings made by hand: of every touchpoint and audience the number of answers and their sum, of every gap its verdict.
 * Means and gaps follow from them; ranges are half a point to either side.
 */
public final class FindingsFixture {

    static final WaveId WAVE = WaveId.fromString("6a5b4c3d-0000-4000-8000-000000000001");
    static final int FEWEST = 5;
    static final int FEWEST_COUNTED = 10;

    private String client = "Luminar Lighting";
    private String waveName = "Baseline 2026";
    private int scalePoints = 5;
    private boolean asksImportance = true;
    private Set<Audience> asked = EnumSet.allOf(Audience.class);
    private final List<Spec> touchpoints = new ArrayList<>();
    private final Map<Audience, Participation> participation = new EnumMap<>(Map.of(
            Audience.CUSTOMER, new Participation(61, 3, 33, 148),
            Audience.SALES, new Participation(14, 0, 14, 16),
            Audience.MARKETING, new Participation(9, 0, 9, 12)));

    /** Answers of one audience: how many, their sum, how many said they could not tell. */
    record Answers(int n, int sum, int notMet, boolean allEqual) {

        static Answers of(int n, double mean) {
            return new Answers(n, (int) Math.round(n * mean), 0, false);
        }

        Answers notMet(int persons) {
            return new Answers(n, sum, persons, allEqual);
        }

        static Answers allEqual(int n, int rating) {
            return new Answers(n, n * rating, 0, true);
        }

        double mean() {
            return (double) sum / n;
        }

        boolean suppressed() {
            return n < FEWEST;
        }

        boolean counted() {
            return n >= FEWEST_COUNTED && !allEqual;
        }
    }

    private record Spec(
            Touchpoint touchpoint,
            Map<Audience, Answers> experience,
            Map<Audience, Answers> importance,
            Map<Audience, Verdict> verdicts,
            Verdict alignment,
            Verdict service) {}

    public static FindingsFixture aStudy() {
        return new FindingsFixture();
    }

    /** Twelve touchpoints of a maker of lighting: clear both ways, leaning, alike, too wide, suppressed. */
    public static FindingsFixture lighting() {
        return aStudy().row("website", "Website", Owner.MARKETING, Phase.DISCOVER)
                .customers(58, 3.4, 4.1, 3)
                .sales(14, 3.6, 3.9, Verdict.NO_EVIDENCE)
                .marketing(9, 4.3, 4.6, Verdict.CLEAR_ABOVE)
                .end(Verdict.LEANING_BELOW, Verdict.CLEAR_ABOVE)
                .row("brochure", "Product brochure", Owner.MARKETING, Phase.DISCOVER)
                .customers(22, 3.9, 2.8, 39)
                .sales(13, 3.8, 3.0, Verdict.ALIGNED)
                .marketing(9, 3.9, 3.6, Verdict.NO_EVIDENCE)
                .end(Verdict.NO_EVIDENCE, Verdict.CLEAR_BELOW)
                .row("trade_show", "Trade show", Owner.SHARED, Phase.DISCOVER)
                .customers(7, 4.1, 3.0, 54)
                .sales(14, 3.5, 3.3, Verdict.TOO_WIDE)
                .marketing(9, 4.8, 4.4, Verdict.TOO_WIDE)
                .end(Verdict.CLEAR_BELOW, Verdict.NO_EVIDENCE)
                .row("first_call", "First call", Owner.SALES, Phase.DECIDE)
                .customers(60, 3.3, 4.0, 1)
                .sales(14, 3.8, 4.3, Verdict.LEANING_ABOVE)
                .marketing(8, 3.4, 3.8, Verdict.NO_EVIDENCE)
                .end(Verdict.NO_EVIDENCE, Verdict.CLEAR_ABOVE)
                .row("advice", "Advice on the right product", Owner.SALES, Phase.DECIDE)
                .customers(55, 2.6, 4.5, 4)
                .sales(14, 3.7, 4.5, Verdict.CLEAR_ABOVE)
                .marketing(9, 3.1, 4.2, Verdict.LEANING_ABOVE)
                .end(Verdict.CLEAR_ABOVE, Verdict.CLEAR_ABOVE)
                .row("demo", "Product demonstration", Owner.SALES, Phase.DECIDE)
                .customers(41, 4.2, 4.0, 18)
                .sales(14, 3.4, 4.1, Verdict.CLEAR_BELOW)
                .marketing(9, 3.9, 3.9, Verdict.NO_EVIDENCE)
                .end(Verdict.LEANING_BELOW, Verdict.ALIGNED)
                .row("proposal", "Written proposal", Owner.SALES, Phase.BUY)
                .customers(57, 3.1, 4.4, 2)
                .sales(14, 4.2, 4.6, Verdict.CLEAR_ABOVE)
                .marketing(9, 3.8, 4.1, Verdict.LEANING_ABOVE)
                .end(Verdict.NO_EVIDENCE, Verdict.CLEAR_ABOVE)
                .row("price", "Price and terms", Owner.OTHER, Phase.BUY)
                .customers(59, 3.0, 4.6, 0)
                .sales(14, 2.6, 4.7, Verdict.LEANING_BELOW)
                .marketing(9, 3.0, 4.0, Verdict.NO_EVIDENCE)
                .end(Verdict.NO_EVIDENCE, Verdict.CLEAR_ABOVE)
                .row("handover", "Hand-over to the project team", Owner.SHARED, Phase.BUY)
                .customers(48, 2.9, 4.3, 9)
                .sales(14, 3.9, 4.2, Verdict.CLEAR_ABOVE)
                .marketing(4, 3.0, 3.0, Verdict.SUPPRESSED)
                .end(Verdict.SUPPRESSED, Verdict.CLEAR_ABOVE)
                .row("delivery", "Delivery on the day", Owner.OTHER, Phase.USE)
                .customers(60, 4.0, 4.5, 1)
                .sales(14, 4.0, 4.4, Verdict.ALIGNED)
                .marketing(9, 4.1, 4.2, Verdict.NO_EVIDENCE)
                .end(Verdict.NO_EVIDENCE, Verdict.LEANING_ABOVE)
                .row("newsletter", "Newsletter", Owner.MARKETING, Phase.USE)
                .customers(4, 3.5, 2.0, 50)
                .sales(12, 2.9, 2.2, Verdict.SUPPRESSED)
                .marketing(9, 3.9, 3.4, Verdict.SUPPRESSED)
                .end(Verdict.CLEAR_BELOW, Verdict.SUPPRESSED)
                .row("complaints", "Answer to a complaint", Owner.SHARED, Phase.USE)
                .customers(31, 3.4, 4.2, 28)
                .sales(14, 3.4, 4.3, Verdict.NO_EVIDENCE)
                .marketing(9, 3.3, 4.0, Verdict.NO_EVIDENCE)
                .end(Verdict.ALIGNED, Verdict.CLEAR_ABOVE);
    }

    /** Customers only, 14 touchpoints, many answers. */
    public static FindingsFixture customersOnly() {
        FindingsFixture study = aStudy().asking(Audience.CUSTOMER).people(Audience.CUSTOMER, 3087, null);
        List<String> names = List.of(
                "Check-in",
                "Security",
                "Signs",
                "Food",
                "Shops",
                "Parking",
                "Wifi",
                "Toilets",
                "Gates",
                "Walking distance",
                "Screens",
                "Staff",
                "Cleanliness",
                "Passport control");
        for (int i = 0; i < names.size(); i++) {
            study.row("t" + i, names.get(i), Owner.OTHER, Phase.USE)
                    .customers(2900 - 100 * i, 3.6 + 0.05 * i, 3.0, 100 * i)
                    .end(Verdict.NO_EVIDENCE, i == 3 ? Verdict.CLEAR_ABOVE : Verdict.ALIGNED);
        }
        return study;
    }

    public FindingsFixture client(String name) {
        client = name;
        return this;
    }

    public FindingsFixture waveName(String name) {
        waveName = name;
        return this;
    }

    public FindingsFixture scalePoints(int points) {
        scalePoints = points;
        return this;
    }

    public FindingsFixture withoutImportance() {
        asksImportance = false;
        return this;
    }

    public FindingsFixture asking(Audience... audiences) {
        asked = EnumSet.copyOf(Arrays.asList(audiences));
        participation.keySet().retainAll(asked);
        return this;
    }

    /** Asked, but without an answer; to be said before the touchpoints. */
    public FindingsFixture nobodyAnsweredIn(Audience... audiences) {
        participation.keySet().removeAll(Arrays.asList(audiences));
        return this;
    }

    public FindingsFixture people(Audience audience, int responses, @Nullable Integer people) {
        participation.put(audience, new Participation(responses, 0, responses, people));
        return this;
    }

    public RowBuilder row(String key, String label, Owner owner, Phase phase) {
        return new RowBuilder(new Touchpoint(key, Map.of("en", label), owner, phase));
    }

    Questionnaire questionnaire() {
        return new Questionnaire(
                List.of("en"),
                scalePoints,
                touchpoints.stream().map(Spec::touchpoint).toList());
    }

    public Findings build() {
        List<Figure> figures = new ArrayList<>();
        List<TouchpointCounts> counts = new ArrayList<>();
        for (Spec spec : touchpoints) {
            means(spec, figures);
            gaps(spec, figures);
            counts(spec, counts);
        }
        return new Findings(engagement(), wave(), questionnaire(), List.of(), participation, figures, counts);
    }

    private void means(Spec spec, List<Figure> figures) {
        String key = spec.touchpoint().key();
        spec.experience().forEach((audience, answers) -> {
            figures.add(mean(FigureKey.mean(Measure.EXPERIENCE, audience, key, null), answers));
            figures.add(reach(FigureKey.reach(Measure.EXPERIENCE, audience, key, null), answers));
        });
        spec.importance()
                .forEach((audience, answers) ->
                        figures.add(mean(FigureKey.mean(Measure.IMPORTANCE, audience, key, null), answers)));
    }

    private static Figure mean(FigureKey key, Answers answers) {
        return answers.suppressed() ? suppressed(key) : figure(key, answers.n(), answers.mean(), null, Set.of());
    }

    private static Figure reach(FigureKey key, Answers answers) {
        double reach = (double) answers.n() / (answers.n() + answers.notMet());
        Set<String> flags = reach < 0.5 ? Set.of(Flag.LOW_REACH.code()) : Set.of();
        return answers.suppressed() ? suppressed(key) : figure(key, answers.n(), reach, null, flags);
    }

    private void gaps(Spec spec, List<Figure> figures) {
        String key = spec.touchpoint().key();
        Answers customers = spec.experience().get(Audience.CUSTOMER);
        spec.verdicts().forEach((team, verdict) -> {
            Answers members = spec.experience().get(team);
            if (customers != null && members != null) {
                figures.add(gap(FigureKey.teamGap(Measure.EXPERIENCE, team, key, null), members, customers, verdict));
            }
        });
        Answers sales = spec.experience().get(Audience.SALES);
        Answers marketing = spec.experience().get(Audience.MARKETING);
        if (sales != null && marketing != null) {
            figures.add(gap(FigureKey.alignmentGap(Measure.EXPERIENCE, key), sales, marketing, spec.alignment()));
        }
        Answers importance = spec.importance().get(Audience.CUSTOMER);
        if (importance != null && customers != null) {
            figures.add(gap(FigureKey.serviceGap(key, null), importance, customers, spec.service()));
        }
    }

    private static Figure gap(FigureKey key, Answers a, Answers b, Verdict verdict) {
        return a.suppressed() || b.suppressed()
                ? suppressed(key)
                : figure(key, a.n(), a.mean() - b.mean(), verdict, Set.of());
    }

    private static Figure suppressed(FigureKey key) {
        return new Figure(id(key), key, Suppression.FEWER_THAN_MINIMUM, null);
    }

    private static Figure figure(FigureKey key, int n, double value, @Nullable Verdict verdict, Set<String> flags) {
        boolean gap = key.kind() != FigureKind.MEAN && key.kind() != FigureKind.REACH;
        Map<Field, Object> fields = new EnumMap<>(Map.of(Field.N, n, Field.VALUE, value));
        if (gap) {
            fields.put(Field.LOW, value - 0.53);
            fields.put(Field.HIGH, value + 0.53);
        }
        return new Figure(id(key), key, null, new Figure.Estimate(fields, verdict, flags));
    }

    private static String id(FigureKey key) {
        String digits = UUID.nameUUIDFromBytes(key.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return "f_" + digits.substring(0, 24);
    }

    private void counts(Spec spec, List<TouchpointCounts> counts) {
        for (Audience audience : Audience.values()) {
            MeasureCounts experience = counts(spec.experience().get(audience));
            MeasureCounts importance = counts(spec.importance().get(audience));
            if (experience != null || importance != null) {
                counts.add(new TouchpointCounts(spec.touchpoint().key(), audience, experience, importance));
            }
        }
    }

    private @Nullable MeasureCounts counts(@Nullable Answers answers) {
        return answers == null || !answers.counted()
                ? null
                : new MeasureCounts(answers.n(), answers.sum(), answers.n() / 2, answers.notMet(), 1);
    }

    private Engagement engagement() {
        return new Engagement(
                EngagementId.fromString("6a5b4c3d-0000-4000-8000-000000000002"),
                "Gap study",
                client,
                List.of("en"),
                scalePoints,
                12.5,
                FEWEST,
                FEWEST,
                3,
                TeamScope.FUNCTION,
                false,
                true,
                1);
    }

    private Wave wave() {
        return new Wave(
                WAVE,
                engagement().id(),
                waveName,
                WaveState.CLOSED,
                AnswerSource.FIELDWORK,
                asked,
                null,
                7,
                List.of(),
                1,
                1,
                1,
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-30T17:00:00Z"));
    }

    /** Writes one touchpoint. */
    public final class RowBuilder {

        private final Touchpoint touchpoint;
        private final Map<Audience, Answers> experience = new EnumMap<>(Audience.class);
        private final Map<Audience, Answers> importance = new EnumMap<>(Audience.class);
        private final Map<Audience, Verdict> verdicts = new HashMap<>();

        private RowBuilder(Touchpoint touchpoint) {
            this.touchpoint = touchpoint;
        }

        public RowBuilder customers(int n, double given, double important, int notMet) {
            experience.put(Audience.CUSTOMER, Answers.of(n, given).notMet(notMet));
            return important(Audience.CUSTOMER, n, important);
        }

        public RowBuilder sales(int n, double believed, double important, Verdict verdict) {
            return team(Audience.SALES, Answers.of(n, believed), verdict).important(Audience.SALES, n, important);
        }

        public RowBuilder marketing(int n, double believed, double important, Verdict verdict) {
            return team(Audience.MARKETING, Answers.of(n, believed), verdict)
                    .important(Audience.MARKETING, n, important);
        }

        public RowBuilder team(Audience team, Answers answers, Verdict verdict) {
            experience.put(team, answers);
            verdicts.put(team, verdict);
            return this;
        }

        private RowBuilder important(Audience audience, int n, double mean) {
            importance.put(audience, Answers.of(n, mean));
            return this;
        }

        public FindingsFixture end(Verdict alignment, Verdict service) {
            experience.keySet().retainAll(asked);
            importance.keySet().retainAll(asksImportance ? asked : Set.of());
            touchpoints.add(new Spec(touchpoint, experience, importance, verdicts, alignment, service));
            return FindingsFixture.this;
        }
    }

    static List<String> sixtyCharacters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("Site visit with planning of emergency lights, part " + (i + 1) + " ")
                        .concat("x".repeat(60))
                        .substring(0, 60))
                .toList();
    }
}
