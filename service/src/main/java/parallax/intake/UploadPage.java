package parallax.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** The form for a file of people, and what became of earlier ones. */
public final class UploadPage extends IntakeFrame {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final List<ImportRow> imports;

    UploadPage(
            PageContext context, Engagement engagement, List<ImportRow> imports, @Nullable RefusedException refused) {
        super("/templates/intake/upload.ftlh", context, engagement, refused);
        this.imports = List.copyOf(imports);
    }

    /** An import as the list shows it. */
    public record Line(
            String id, String moment, int ready, int updated, int duplicates, int rejected, boolean undoable) {}

    public List<Line> getImports() {
        return imports.stream()
                .map(row -> new Line(
                        row.id().toString(),
                        moment(row.importedAt()),
                        row.ready(),
                        row.updated(),
                        row.duplicates(),
                        row.rejected(),
                        row.isUndoable()))
                .toList();
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    public String getLanguages() {
        return String.join(", ", engagement().languages());
    }

    /** What was wrong with cells of the file. */
    public List<InputError> getRowProblems() {
        return refusedErrors().stream().filter(error -> error.pointer() == null).toList();
    }
}
