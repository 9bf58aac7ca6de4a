package parallax.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import parallax.finding.Figure;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/**
 * A figure that another one is made of or is read with.
 *
 * @param name what it is called
 */
record StandingOn(String id, String name) {

    static List<StandingOn> of(Findings findings, FigureKey key) {
        Map<FigureKey, Figure> known = findings.byKey();
        Names names = new Names(findings);
        return keys(key).stream()
                .filter(candidate -> !candidate.equals(key))
                .map(known::get)
                .filter(Objects::nonNull)
                .map(figure -> new StandingOn(figure.id(), names.figure(figure.key())))
                .toList();
    }

    private static List<FigureKey> keys(FigureKey key) {
        String touchpoint = key.touchpoint();
        if (touchpoint == null) {
            return List.of();
        }
        List<FigureKey> keys = new ArrayList<>();
        boolean pairs = key.kind() == FigureKind.SERVICE_GAP || key.kind() == FigureKind.GRID;
        for (Audience audience : AskedItem.audiences(key)) {
            for (Measure measure : AskedItem.measures(key)) {
                keys.add(FigureKey.mean(measure, audience, touchpoint, key.segment()));
                if (!pairs) {
                    keys.add(FigureKey.topTwo(measure, audience, touchpoint, key.segment()));
                }
            }
        }
        // A team that was not split is held against a segment's customers with all its answers.
        if (key.segment() != null) {
            Stream.of(Audience.SALES, Audience.MARKETING)
                    .filter(team -> team == key.team())
                    .forEach(team -> keys.add(FigureKey.mean(key.measure(), team, touchpoint, null)));
        }
        if (pairs || key.kind() == FigureKind.PRIORITY) {
            keys.add(FigureKey.serviceGap(touchpoint, key.segment()));
            keys.add(FigureKey.priority(touchpoint, key.segment()));
            keys.add(FigureKey.grid(touchpoint, key.segment()));
        }
        return keys;
    }
}
