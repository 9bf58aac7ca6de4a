package parallax.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.SegmentVariable;

/**
 * Where in a table a figure stands: at "all", or at one value of one segment variable.
 *
 * @param variable position of the variable; -1 for all
 * @param value position of the value + 1, as in a response; 0 for all
 * @param segment null for all
 */
record Place(int variable, int value, FigureKey.@Nullable Segment segment) {

    static final Place ALL = new Place(-1, 0, null);

    boolean isAll() {
        return segment == null;
    }

    /** All, then every segment in the order of the wave. */
    static List<Place> of(List<SegmentVariable> variables) {
        List<Place> places = new ArrayList<>();
        places.add(ALL);
        for (int variable = 0; variable < variables.size(); variable++) {
            SegmentVariable segments = variables.get(variable);
            for (int value = 1; value <= segments.values().size(); value++) {
                places.add(new Place(
                        variable,
                        value,
                        new FigureKey.Segment(
                                segments.variable(), segments.values().get(value - 1))));
            }
        }
        return places;
    }
}
