package parallax.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parallax.contact.Verdict;

/** Rejected rows of an import on their way into the database, block by block. */
final class RejectedRows {

    private final ImportDao imports;
    private final UUID importId;
    private final Blocks blocks;
    private final List<FileRow> gathered = new ArrayList<>();
    private int number;

    RejectedRows(ImportDao imports, UUID importId, Blocks blocks) {
        this.imports = imports;
        this.importId = importId;
        this.blocks = blocks;
    }

    /** Takes a row if it was rejected, unless its person asked not to be written to: the file may go back to the client. */
    void add(FileRow row) {
        if (row.outcome() == Verdict.Outcome.REJECTED) {
            gathered.add(row);
            if (gathered.size() == Blocks.ROWS) {
                write();
            }
        }
    }

    void end() {
        if (!gathered.isEmpty()) {
            write();
        }
    }

    private void write() {
        imports.insertRejected(importId, number, gathered.size(), blocks.sealRows(number, gathered));
        gathered.clear();
        number++;
    }
}
