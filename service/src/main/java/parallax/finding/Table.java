package parallax.finding;

import org.jspecify.annotations.Nullable;

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

    /** One cell; {@code suppression} is null if it may be shown. */
    record Part(Cell cell, @Nullable Suppression suppression) {}
}
