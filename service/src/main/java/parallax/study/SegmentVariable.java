package parallax.study;

import java.util.List;

/**
 * A planned segment variable of a wave.
 *
 * @param variable its name, such as {@code region}
 * @param values its values in their order, 254 at most; a response holds position + 1 of its value, 0 for none
 */
public record SegmentVariable(String variable, List<String> values) {

    public static final int MOST_VALUES = 254;

    public SegmentVariable {
        values = List.copyOf(values);
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("segment '%s' has %d values; %d at most can be told apart"
                    .formatted(variable, values.size(), MOST_VALUES));
        }
    }
}
