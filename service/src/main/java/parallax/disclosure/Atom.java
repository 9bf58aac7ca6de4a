package parallax.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * Persons who stand alike in every cell of the tables that share a total: no sum of cells tells them apart.
 *
 * @param persons how many gave a number
 * @param silent how many gave none: they left it open, or did not encounter it. That, too, is counted by cell, and told
 * @param standings the value of each segment variable, 0 for none. One entry as a rule; a person who answered once for each of
 *     several segments has several, and counts once
 * @param accounts those the persons come from; beyond the minimum it does not matter how many
 */
public record Atom(int persons, int silent, List<int[]> standings, BitSet accounts) {

    public Atom {
        if (persons < 0 || silent < 0 || persons + silent == 0 || standings.isEmpty()) {
            throw new IllegalArgumentException("an atom holds persons who stand somewhere");
        }
        standings = List.copyOf(standings);
    }
}
