package parallax.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.ReleasedFigure;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.WaveId;

/** Means that clients may read in releases, as numbers and not as a bound. */
final class ToldMeans {

    private ToldMeans() {}

    static Map<WaveId, Set<FigureKey>> of(
            List<ReleaseRow> releases, Function<ReleaseId, List<ReleasedFigure>> figures) {
        Map<WaveId, Set<FigureKey>> told = new HashMap<>();
        for (ReleaseRow release : releases) {
            Set<FigureKey> means = told.computeIfAbsent(release.waveId(), any -> new HashSet<>());
            figures.apply(release.id()).forEach(figure -> mean(figure).ifPresent(means::add));
        }
        return told;
    }

    private static Optional<FigureKey> mean(ReleasedFigure figure) {
        String audience = figure.audience();
        String measure = figure.measure();
        String touchpoint = figure.touchpoint();
        boolean isMean = figure.kind().equals(FigureKind.MEAN.code()) && figure.value() != null;
        return !isMean || audience == null || measure == null || touchpoint == null
                ? Optional.empty()
                : Optional.of(FigureKey.mean(
                        Measure.ofCode(measure), Audience.ofCode(audience), touchpoint, figure.segment()));
    }
}
