package parallax.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.finding.Field;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.finding.Participation;
import parallax.questionnaire.Audience;

/**
 * Who answered of one audience, and how completely.
 *
 * @param rate response rate with the number it is a share of; empty where nobody knows how many were asked
 * @param url of the page of that rate; empty without one
 */
public record FieldSummary(
        String audience, int answered, int complete, int partial, int brokeOff, int accounts, String rate, String url) {

    private static final List<Field> ASKED =
            List.of(Field.COMPLETE, Field.PARTIAL, Field.REFUSED, Field.NO_REACTION, Field.OTHER, Field.UNKNOWN);

    static List<FieldSummary> of(Findings findings) {
        List<FieldSummary> summaries = new ArrayList<>();
        Audience.raters().stream().forEach(audience -> {
            Participation participation = findings.participation().get(audience);
            if (participation != null) {
                summaries.add(of(audience, participation, rate(findings, audience)));
            }
        });
        return summaries;
    }

    private static FieldSummary of(Audience audience, Participation participation, @Nullable Figure rate) {
        return new FieldSummary(
                Names.audience(audience),
                participation.responses(),
                participation.complete(),
                participation.partial(),
                participation.breakOffs(),
                participation.accounts(),
                rate == null ? people(participation) : text(rate.requireEstimate()),
                rate == null ? "" : "/figures/" + rate.id());
    }

    private static @Nullable Figure rate(Findings findings, Audience audience) {
        return findings.byKey().get(FigureKey.responseRate(audience, "RR2"));
    }

    private static String text(Figure.Estimate rate) {
        long asked = Stream.of(ASKED)
                .flatMap(List::stream)
                .map(rate::number)
                .filter(Objects::nonNull)
                .mapToLong(Double::longValue)
                .sum();
        return "%d\u00a0%% of %d (RR2)".formatted(Math.round(100 * rate.value()), asked);
    }

    private static String people(Participation participation) {
        return participation.people() == null ? "" : participation.responses() + " of " + participation.people();
    }
}
