package parallax.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * Which column of a file says what, by the names of columns. Empty: as the header says.
 *
 * @param fields such as email to "E-Mail"
 * @param segments such as region to "Sales region"
 * @param audience of every row
 */
record MappingInput(
        @Nullable Map<String, String> fields,
        @Nullable Map<String, String> segments,
        @Nullable String audience) {

    static final MappingInput OF_THE_HEADER = new MappingInput(null, null, null);

    /** This mapping where it says anything, else the one that the file has. */
    ColumnMapping over(About about) {
        return fields == null && segments == null && audience == null
                ? IntakeWork.mapping(about)
                : new ColumnMapping(
                        positions("/fields/", fields, about.header()),
                        positions("/segments/", segments, about.header()),
                        audience);
    }

    private static Map<String, Integer> positions(
            String pointer, @Nullable Map<String, String> names, List<String> header) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        if (names != null) {
            names.forEach((said, name) -> positions.put(said, position(pointer + said, name, header)));
        }
        return positions;
    }

    private static int position(String pointer, String name, List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        throw new RefusedException(
                ProblemType.INVALID,
                "The columns are not understood yet.",
                List.of(InputError.field(
                        pointer, name, "names no column of the file; it has " + String.join(", ", header))));
    }
}
