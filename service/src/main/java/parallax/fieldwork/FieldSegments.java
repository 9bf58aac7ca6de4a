package parallax.fieldwork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parallax.fieldwork.FieldNumbers.Segment;
import parallax.fieldwork.InvitationDao.FieldRow;
import parallax.questionnaire.Audience;
import parallax.study.SegmentVariable;

/**
 * By which segments the field is counted. "None given: 1 of 1" would tell of one person whether they answered: values of which
 * fewer than the minimum were invited are counted together, with the next smallest value if they are too few even so.
 */
final class FieldSegments {

    private static final String NONE = "";
    private static final Comparator<String> NONE_LAST =
            Comparator.comparing((String value) -> value.equals(NONE)).thenComparing(Comparator.naturalOrder());

    private final List<SegmentVariable> variables;
    private final Map<Segment, Segment> countedIn = new HashMap<>();
    private final Set<Segment> segments = new LinkedHashSet<>();

    private FieldSegments(List<SegmentVariable> variables) {
        this.variables = variables;
    }

    static FieldSegments of(List<SegmentVariable> variables, List<FieldRow> rows, int minimum) {
        FieldSegments segments = new FieldSegments(variables);
        IntStream.range(0, variables.size()).forEach(variable -> segments.plan(variable, rows, minimum));
        return segments;
    }

    private void plan(int position, List<FieldRow> rows, int minimum) {
        SegmentVariable variable = variables.get(position);
        Map<String, Integer> invited = new HashMap<>();
        for (FieldRow row : rows) {
            if (row.audience() == Audience.CUSTOMER) {
                invited.merge(value(row, position), 1, Integer::sum);
            }
        }
        Set<String> few = tooFew(invited, minimum);
        if (few.size() == invited.size() && !few.isEmpty()) {
            return;
        }
        Segment together = new Segment(
                variable.variable(), NONE, few.stream().sorted(NONE_LAST).toList());
        Stream.concat(variable.values().stream(), Stream.of(NONE)).forEach(value -> {
            Segment own = new Segment(variable.variable(), value);
            boolean isCounted = !value.equals(NONE) || invited.containsKey(NONE);
            if (isCounted && !few.contains(value)) {
                segments.add(own);
                countedIn.put(own, own);
            } else if (isCounted) {
                countedIn.put(own, together);
            }
        });
        if (!few.isEmpty()) {
            segments.add(together);
        }
    }

    private static Set<String> tooFew(Map<String, Integer> invited, int minimum) {
        List<Map.Entry<String, Integer>> ascending = invited.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Set<String> few = new LinkedHashSet<>();
        int together = 0;
        for (Map.Entry<String, Integer> value : ascending) {
            if (value.getValue() < minimum || together > 0 && together < minimum) {
                few.add(value.getKey());
                together += value.getValue();
            }
        }
        return few;
    }

    /** In the order of the plan, by variable; those counted together last of each. */
    Collection<Segment> list() {
        return List.copyOf(segments);
    }

    /** Those an invitation counts in. Teams are small and their members know each other: they are counted as a whole only. */
    List<Segment> of(FieldRow row) {
        List<Segment> of = new ArrayList<>();
        if (row.audience() == Audience.CUSTOMER) {
            for (int variable = 0; variable < variables.size(); variable++) {
                of.add(countedIn.get(new Segment(variables.get(variable).variable(), value(row, variable))));
            }
        }
        return of.stream().filter(Objects::nonNull).toList();
    }

    private String value(FieldRow row, int variable) {
        int position = variable < row.segments().length ? Byte.toUnsignedInt(row.segments()[variable]) : 0;
        return position == 0 ? NONE : variables.get(variable).values().get(position - 1);
    }
}
