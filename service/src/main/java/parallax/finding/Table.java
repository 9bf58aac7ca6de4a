package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.CellAddress;
import parallax.disclosure.Suppression;

/**
 * The answers of one audience to one question, in all and by segment, with what disclosure control keeps back.
 *
 * @param bySegment by variable and value; a variable is null where the audience is not split by it: its whole then stands
 *     for every segment
 */
record Table(Part all, Part[] @Nullable [] bySegment) {

    /** The part a place shows. */
    Part at(Place place) {
        if (place.isAll()) {
            return all;
        }
        Part[] parts = bySegment[place.variable()];
        return parts == null ? all : parts[place.value() - 1];
    }

    boolean isSplitBy(Place place) {
        return place.isAll() || bySegment[place.variable()] != null;
    }

    /** Every cell that is shown so far, the total first; nobody stands in one that is not. */
    List<CellAddress> shown() {
        List<CellAddress> shown = new ArrayList<>();
        if (all.suppression() == null) {
            shown.add(CellAddress.TOTAL);
        }
        for (int variable = 0; variable < bySegment.length; variable++) {
            Part[] parts = bySegment[variable];
            for (int value = 1; parts != null && value <= parts.length; value++) {
                if (parts[value - 1].suppression() == null) {
                    shown.add(new CellAddress(variable, value));
                }
            }
        }
        return shown;
    }

    /** Keeps a segment back that was shown so far. */
    void withhold(CellAddress segment) {
        Part[] parts = Objects.requireNonNull(bySegment[segment.variable()]);
        Cell cell = parts[segment.value() - 1].cell();
        parts[segment.value() - 1] = new Part(cell, Suppression.COMPLEMENTARY);
    }

    /** One cell; {@code suppression} is null if it may be shown. */
    record Part(Cell cell, @Nullable Suppression suppression) {}
}
