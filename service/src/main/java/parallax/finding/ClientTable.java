package parallax.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.CellAddress;
import parallax.disclosure.Minimum;
import parallax.disclosure.Minimum.Group;
import parallax.disclosure.Partition;
import parallax.disclosure.SharedTotal;
import parallax.disclosure.Suppression;
import parallax.questionnaire.Audience;
import parallax.study.SegmentVariable;

/**
 * One table as a client may see it: on top of what is suppressed for everyone, no segment that one account dominates, and
 * nothing from which a number about too few persons or too few accounts follows.
 */
final class ClientTable {

    private final Question question;
    private final Table table;
    private final SharedTotal total;
    private final List<SegmentVariable> segments;
    private final Set<CellAddress> released = new HashSet<>();
    private final Map<CellAddress, Suppression> withheld = new HashMap<>();

    /**
     * Whom and what a table asks.
     *
     * @param name as in {@link ReleasedCell#question}
     * @param item position of the touchpoint; {@link #OF_NO_TOUCHPOINT} for scores
     */
    record Question(Audience audience, String name, int item) {

        static final int OF_NO_TOUCHPOINT = -1;
    }

    /** @param scope positions of the segment variables to be released */
    ClientTable(Question question, Table table, SharedTotal total, FieldedWave wave, Set<Integer> scope) {
        this.question = question;
        this.table = table;
        this.total = total;
        this.segments = wave.segments();
        for (CellAddress cell : table.shown()) {
            if (cell.isTotal() || scope.contains(cell.variable())) {
                released.add(cell);
            }
        }
        if (!question.audience().isTeam()) {
            scope.forEach(variable -> withholdDominated(variable, wave.minimum(question.audience())));
        }
        total.withhold(List.copyOf(inOrder(released)), this::name, true)
                .forEach(cell -> withhold(cell, Suppression.COMPLEMENTARY));
    }

    private void withholdDominated(int variable, Minimum minimum) {
        Table.Part[] parts = table.bySegment()[variable];
        if (parts == null) {
            return;
        }
        @Nullable Suppression[] suppressed = new Suppression[parts.length];
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Cell cell = parts[i].cell();
            groups.add(cell.group());
            boolean dominated = 2L * cell.largest() > cell.answers();
            suppressed[i] =
                    parts[i].suppression() == null && dominated ? Suppression.DOMINATED : parts[i].suppression();
        }
        Partition.complement(segments.get(variable).values(), groups, total.without(variable), minimum, suppressed);
        for (int i = 0; i < parts.length; i++) {
            Suppression reason = suppressed[i];
            if (reason != null && parts[i].suppression() == null) {
                withhold(new CellAddress(variable, i + 1), reason);
            }
        }
    }

    private void withhold(CellAddress cell, Suppression reason) {
        released.remove(cell);
        withheld.put(cell, reason);
    }

    Question question() {
        return question;
    }

    /** In a fixed order, the total first. */
    List<CellAddress> released() {
        return inOrder(released);
    }

    int persons(CellAddress cell) {
        return total.personsIn(cell);
    }

    /** Where a place stands in this table: a team that is not split by a variable stands there as a whole. */
    CellAddress address(Place place) {
        return place.isAll() || !table.isSplitBy(place)
                ? CellAddress.TOTAL
                : new CellAddress(place.variable(), place.value());
    }

    Cell cell(Place place) {
        return table.at(place).cell();
    }

    /** Why a client may not have the number; null if they may. */
    @Nullable
    Suppression suppression(Place place) {
        Suppression forEveryone = table.at(place).suppression();
        return forEveryone != null ? forEveryone : withheld.get(address(place));
    }

    /** Cells from which, with those released here, something about too few follows. */
    Optional<List<CellAddress>> offence(List<CellAddress> earlier) {
        Set<CellAddress> all = new HashSet<>(released);
        all.addAll(earlier);
        List<CellAddress> known = inOrder(all);
        Optional<List<CellAddress>> offence = total.aboutTooFewPersons(known);
        return offence.isPresent() ? offence : total.aboutTooFewAccounts(known);
    }

    private String name(CellAddress cell) {
        return cell.isTotal() ? "" : segments.get(cell.variable()).values().get(cell.value() - 1);
    }

    private static List<CellAddress> inOrder(Set<CellAddress> cells) {
        return cells.stream()
                .sorted(java.util.Comparator.comparingInt(CellAddress::variable).thenComparingInt(CellAddress::value))
                .toList();
    }
}
