package parallax.questionnaire;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When an item is asked, told from earlier answers. What was not answered meets no condition on it. */
public sealed interface Condition {

    /** Whether it holds for what was answered so far. */
    boolean holds(Given given);

    /** What was answered so far. */
    interface Given {

        /**
         * False only when every touchpoint of this team (shared ones count for both) was "did not encounter". A touchpoint that
         * is not asked any more counts when it was answered; where none is left, true.
         */
        boolean met(Owner owner);

        /** Whether a touchpoint was rated. */
        boolean encountered(String touchpoint);

        /** The answer to an item; {@link ItemAnswer#NONE} when there is none. */
        ItemAnswer answer(String item);
    }

    /** A touchpoint of this team was met. */
    record Met(Owner owner) implements Condition {
        @Override
        public boolean holds(Given given) {
            return given.met(owner);
        }
    }

    /** A touchpoint was rated. */
    record Encountered(String touchpoint) implements Condition {
        @Override
        public boolean holds(Given given) {
            return given.encountered(touchpoint);
        }
    }

    /** One of these choices was taken, {@code other} among them; of an agreement item, one of these points. */
    record OneOf(String item, Set<String> choices) implements Condition {
        public OneOf {
            choices = Set.copyOf(choices);
            if (choices.isEmpty()) {
                throw new UnfitModelException("a condition on item '%s' names no choice".formatted(item));
            }
        }

        @Override
        public boolean holds(Given given) {
            return given.answer(item).values().stream().anyMatch(choices::contains);
        }
    }

    /** A number, 0–10 or agreement lies between two limits, both included. */
    record Between(String item, int low, int high) implements Condition {
        public Between {
            if (low > high) {
                throw new UnfitModelException("a condition on item '%s' asks for %d to %d".formatted(item, low, high));
            }
        }

        @Override
        public boolean holds(Given given) {
            return given.answer(item)
                    .number()
                    .filter(value -> value >= low && value <= high)
                    .isPresent();
        }
    }

    /** All of them hold. */
    record Every(List<Condition> parts) implements Condition {
        public Every {
            parts = several(parts);
        }

        @Override
        public boolean holds(Given given) {
            return parts.stream().allMatch(part -> part.holds(given));
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = several(parts);
        }

        @Override
        public boolean holds(Given given) {
            return parts.stream().anyMatch(part -> part.holds(given));
        }
    }

    /** It does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Given given) {
            return !part.holds(given);
        }
    }

    /** Keys of the items it looks at. */
    default Set<String> items() {
        Set<String> items = new TreeSet<>();
        collect(this, items);
        return items;
    }

    private static void collect(Condition condition, Set<String> items) {
        if (condition instanceof OneOf one) {
            items.add(one.item());
        } else if (condition instanceof Between between) {
            items.add(between.item());
        } else if (condition instanceof Every every) {
            every.parts().forEach(part -> collect(part, items));
        } else if (condition instanceof Any any) {
            any.parts().forEach(part -> collect(part, items));
        } else if (condition instanceof Not not) {
            collect(not.part(), items);
        }
    }

    private static List<Condition> several(List<Condition> parts) {
        if (parts.isEmpty()) {
            throw new UnfitModelException("a condition of several parts has none");
        }
        return List.copyOf(parts);
    }
}
