package parallax.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Segment combinations that too few people have, and how to coarsen the segments until none is left. Attributes stand with
 * the stored answers: a combination that few people have points at them.
 *
 * @param people all who were looked at
 * @param minimum fewest people of a combination
 * @param sparse combinations with fewer, the smallest first
 * @param proposal steps that, one after the other, leave no such combination; empty when there is none
 */
public record Coarsening(int people, int minimum, List<Combination> sparse, List<Step> proposal) {

    private static final String OTHER = "other";

    public Coarsening {
        sparse = List.copyOf(sparse);
        proposal = List.copyOf(proposal);
    }

    /**
     * People who have the same values.
     *
     * @param values variable to value; variables without a value are absent
     */
    public record Combination(SortedMap<String, String> values, int people) {

        /** As a phrase: {@code region north, size large}. */
        public String told() {
            return values.isEmpty()
                    ? "no segment"
                    : values.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * One thing to do.
     *
     * @param variable the segment
     * @param merged its values that become one; empty: the segment is left out
     * @param left people who are in too small a combination afterwards
     */
    public record Step(String variable, List<String> merged, int left) {

        public Step {
            merged = List.copyOf(merged);
        }

        /** As a sentence. */
        public String told() {
            String what = merged.isEmpty()
                    ? "Leave “%s” out".formatted(variable)
                    : "Merge %s of “%s”".formatted(listed(merged), variable);
            return left == 0
                    ? what + ": then no combination is too small."
                    : "%s: then %,d %s in too small a combination.".formatted(what, left, left == 1 ? "is" : "are");
        }

        private static String listed(List<String> values) {
            List<String> quoted =
                    values.stream().map(value -> "“" + value + "”").toList();
            int last = quoted.size() - 1;
            return String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
        }
    }

    /**
     * Looks at the segments of people.
     *
     * @param segments of each person, variable to value
     * @param minimum 1 or more
     */
    public static Coarsening of(List<Map<String, String>> segments, int minimum) {
        List<SortedMap<String, String>> people =
                segments.stream().<SortedMap<String, String>>map(TreeMap::new).toList();
        List<Combination> sparse = sizes(people).entrySet().stream()
                .filter(entry -> entry.getValue() < minimum)
                .map(entry -> new Combination(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Combination::people).thenComparing(Combination::told))
                .toList();
        return new Coarsening(people.size(), minimum, sparse, propose(people, minimum));
    }

    private static Map<SortedMap<String, String>, Integer> sizes(List<SortedMap<String, String>> people) {
        Map<SortedMap<String, String>, Integer> sizes = new HashMap<>();
        people.forEach(values -> sizes.merge(values, 1, Integer::sum));
        return sizes;
    }

    private static int inSmall(List<SortedMap<String, String>> people, int minimum) {
        return sizes(people).values().stream()
                .filter(size -> size < minimum)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A step, the people after it, and how many values it gives up. */
    private record Try(Step step, List<SortedMap<String, String>> people, int lost) {}

    /** Always the step that helps most people for each value given up; it ends, as in the end no segment is left. */
    private static List<Step> propose(List<SortedMap<String, String>> people, int minimum) {
        List<Step> steps = new ArrayList<>();
        List<SortedMap<String, String>> now = people;
        int small = inSmall(now, minimum);
        while (small > 0) {
            int before = small;
            List<Try> tries = tries(now, minimum);
            if (tries.isEmpty()) {
                return steps;
            }
            Try best = tries.stream()
                    .max(Comparator.<Try>comparingDouble(
                                    one -> (double) (before - one.step().left()) / one.lost())
                            .thenComparing(one -> one.step().told(), Comparator.reverseOrder()))
                    .orElseThrow();
            steps.add(best.step());
            now = best.people();
            small = best.step().left();
        }
        return joined(steps);
    }

    private static List<Try> tries(List<SortedMap<String, String>> people, int minimum) {
        List<Try> tries = new ArrayList<>();
        Set<String> variables = new TreeSet<>();
        people.forEach(values -> variables.addAll(values.keySet()));
        for (String variable : variables) {
            SortedMap<String, Integer> counts = new TreeMap<>();
            people.forEach(values -> {
                String value = values.get(variable);
                if (value != null) {
                    counts.merge(value, 1, Integer::sum);
                }
            });
            List<SortedMap<String, String>> without = changed(people, values -> values.remove(variable));
            tries.add(new Try(
                    new Step(variable, List.of(), inSmall(without, minimum)), without, Math.max(2, counts.size())));
            if (counts.size() > 2) {
                tries.add(merging(people, variable, counts, minimum));
            }
        }
        return tries;
    }

    /** The two values that fewest people have become one; more of them if these together are still too few. */
    private static Try merging(
            List<SortedMap<String, String>> people, String variable, SortedMap<String, Integer> counts, int minimum) {
        List<String> rare = new ArrayList<>(counts.keySet());
        rare.sort(Comparator.<String>comparingInt(value -> counts.getOrDefault(value, 0))
                .thenComparing(Comparator.naturalOrder()));
        int taken = 2;
        int together = counts.getOrDefault(rare.get(0), 0) + counts.getOrDefault(rare.get(1), 0);
        while (together < minimum && taken < rare.size() - 1) {
            together += counts.getOrDefault(rare.get(taken), 0);
            taken++;
        }
        List<String> merged = rare.subList(0, taken).stream().sorted().toList();
        Set<String> gone = new HashSet<>(merged);
        String name = name(merged);
        List<SortedMap<String, String>> after = changed(people, values -> {
            if (gone.contains(values.get(variable))) {
                values.put(variable, name);
            }
        });
        return new Try(new Step(variable, merged, inSmall(after, minimum)), after, taken - 1);
    }

    private static String name(List<String> merged) {
        return merged.size() > 3 ? OTHER : String.join(" + ", merged);
    }

    private static List<SortedMap<String, String>> changed(
            List<SortedMap<String, String>> people, Consumer<SortedMap<String, String>> change) {
        return people.stream()
                .<SortedMap<String, String>>map(values -> {
                    SortedMap<String, String> copy = new TreeMap<>(values);
                    change.accept(copy);
                    return copy;
                })
                .toList();
    }

    /** Steps that a later one makes needless go: nobody merges values of a segment that is left out in the end. */
    private static List<Step> joined(List<Step> steps) {
        Map<String, Integer> dropped = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).merged().isEmpty()) {
                dropped.put(steps.get(i).variable(), i);
            }
        }
        List<Step> kept = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (dropped.getOrDefault(step.variable(), i) == i) {
                kept.add(step);
            }
        }
        return kept;
    }

    /** What the review of a launch says: nothing where no combination is too small. */
    public List<String> sentences() {
        if (sparse.isEmpty()) {
            return List.of();
        }
        int few = sparse.stream().mapToInt(Combination::people).sum();
        List<String> told = new ArrayList<>();
        told.add(
                "%,d of %,d people have a combination of segments that fewer than %d have; %s, and their answers would point at them."
                        .formatted(
                                few,
                                people,
                                minimum,
                                sparse.size() == 1
                                        ? "it is one combination"
                                        : "there are %,d such combinations".formatted(sparse.size())));
        proposal.forEach(step -> told.add(step.told()));
        return told;
    }
}
