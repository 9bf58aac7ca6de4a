package parallax.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import parallax.contact.ContactService.Contact;
import parallax.study.SegmentVariable;

/** The segments of a wave, as its contacts have them at launch; variables and values in alphabetical order. */
record SegmentPlan(List<SegmentVariable> variables) {

    SegmentPlan {
        variables = List.copyOf(variables);
    }

    /** @throws TooManyValuesException when a variable has more values than a byte can tell apart */
    static SegmentPlan of(List<Contact> contacts) {
        SortedMap<String, TreeSet<String>> found = new TreeMap<>();
        for (Contact contact : contacts) {
            contact.segments().forEach((variable, value) -> {
                if (!value.isBlank()) {
                    found.computeIfAbsent(variable, name -> new TreeSet<>()).add(value);
                }
            });
        }
        List<SegmentVariable> variables = new ArrayList<>();
        found.forEach((variable, values) -> {
            if (values.size() > SegmentVariable.MOST_VALUES) {
                throw new TooManyValuesException(variable, values.size());
            }
            variables.add(new SegmentVariable(variable, List.copyOf(values)));
        });
        return new SegmentPlan(variables);
    }

    /** One byte a variable: position of the value + 1, 0 for none. */
    byte[] code(Map<String, String> segments) {
        byte[] code = new byte[variables.size()];
        for (int i = 0; i < code.length; i++) {
            SegmentVariable variable = variables.get(i);
            String value = segments.get(variable.variable());
            code[i] = value == null ? 0 : (byte) (variable.values().indexOf(value) + 1);
        }
        return code;
    }

    /** A segment variable that is none: nearly everybody has a value of their own. */
    static final class TooManyValuesException extends RuntimeException {

        private final String variable;

        TooManyValuesException(String variable, int values) {
            super(
                    "Segment “%s” has %d different values; %d at most can be compared. Import coarser values or leave the column out."
                            .formatted(variable, values, SegmentVariable.MOST_VALUES));
            this.variable = variable;
        }

        String variable() {
            return variable;
        }
    }
}
