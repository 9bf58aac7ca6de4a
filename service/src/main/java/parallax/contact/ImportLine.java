package parallax.contact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An import as the list shows it. */
public record ImportLine(
        String id, String moment, int ready, int updated, int duplicates, int rejected, boolean undoable) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static ImportLine of(ImportRow row) {
        return new ImportLine(
                row.id().toString(),
                moment(row.importedAt()),
                row.ready(),
                row.updated(),
                row.duplicates(),
                row.rejected(),
                row.isUndoable());
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
