package parallax.finding;

import java.util.List;

/**
 * What of a wave is to be released beside the totals.
 *
 * @param variables segment variables, each planned in the wave
 */
public record ReleaseScope(List<String> variables) {

    public ReleaseScope {
        variables = List.copyOf(variables);
    }
}
