package parallax.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as the API shows it.
 *
 * @param encoding absent for a workbook, as is separator
 * @param sheet absent for a text
 * @param formulas cells whose saved results were read; formulas are never computed
 * @param checked whether the counts below are of the rows and columns as they are now
 * @param job what runs in the background; absent: nothing
 */
record IntakeView(
        UUID id,
        int rows,
        @Nullable String encoding,
        @Nullable String separator,
        List<String> sheets,
        @Nullable String sheet,
        int formulas,
        List<Column> columns,
        Mapping mapping,
        boolean checked,
        int ready,
        int updated,
        int duplicates,
        int rejected,
        int stopped,
        int warned,
        @Nullable UUID job) {

    /** A column of the file and its first values. */
    record Column(String name, List<String> samples) {}

    /** By the names of columns. */
    record Mapping(
            Map<String, String> fields,
            Map<String, String> segments,
            @Nullable String audience) {}

    static IntakeView of(IntakeService.Shown shown) {
        About about = shown.about();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < about.header().size(); i++) {
            columns.add(new Column(about.header().get(i), about.samples().get(i)));
        }
        Counts counts = shown.counts();
        return new IntakeView(
                shown.row().id(),
                about.rows(),
                about.encoding(),
                about.separator(),
                about.sheets(),
                about.sheet(),
                about.formulas(),
                columns,
                mapping(about),
                shown.row().checked(),
                counts.ready(),
                counts.updated(),
                counts.duplicates(),
                counts.rejected(),
                counts.stopped(),
                counts.warned(),
                shown.isRunning() ? shown.row().jobId() : null);
    }

    private static Mapping mapping(About about) {
        ColumnMapping mapping = IntakeWork.mapping(about);
        return new Mapping(named(mapping.fields(), about), named(mapping.segments(), about), mapping.audience());
    }

    private static Map<String, String> named(Map<String, Integer> positions, About about) {
        Map<String, String> named = new LinkedHashMap<>();
        positions.forEach((said, column) -> named.put(said, about.header().get(column)));
        return named;
    }

    @Override
    public String toString() {
        return "Intake " + id;
    }
}
