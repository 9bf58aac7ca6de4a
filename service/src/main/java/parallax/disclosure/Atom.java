package parallax.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * Persons with a number who stand alike in every cell of the tables that share a total: no sum of cells tells them apart.
 *
 * @param persons how many, at least 1
 * @param standings the value of each segment variable, 0 for none. One entry as a rule; a person who answered once for each of
 *     several segments has several, and counts once
 * @param accounts those the persons come from; beyond the minimum it does not matter how many
 */
public record Atom(int persons, List<int[]> standings, BitSet accounts) {

    public Atom {
        if (persons < 1 || standings.isEmpty()) {
            throw new IllegalArgumentException("an atom holds persons who stand somewhere");
        }
        standings = List.copyOf(standings);
    }
}
