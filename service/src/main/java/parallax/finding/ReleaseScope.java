package parallax.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.study.WaveId;

/**
 * What of a wave is to be released beside the totals.
 *
 * @param variables segment variables, each planned in the wave
 * @param told by other waves, the means that clients may read of them as numbers: a change since then tells no more than these
 */
public record ReleaseScope(List<String> variables, Map<WaveId, Set<FigureKey>> told) {

    public ReleaseScope {
        variables = List.copyOf(variables);
        told = Map.copyOf(told);
    }

    /** With nothing released of other waves. */
    public ReleaseScope(List<String> variables) {
        this(variables, Map.of());
    }
}
