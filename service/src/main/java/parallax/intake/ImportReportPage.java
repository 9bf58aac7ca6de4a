package parallax.intake;

import parallax.study.Engagement;
import parallax.web.PageContext;

/** What became of a file of people. */
public final class ImportReportPage extends IntakeFrame {

    private final ImportRow row;
    private final ProblemLines rows;

    ImportReportPage(PageContext context, Engagement engagement, ImportRow row, ProblemLines rows) {
        super("/templates/intake/report.ftlh", context, engagement, null);
        this.row = row;
        this.rows = rows;
    }

    /** What the page found, as its heading. */
    public String getTitle() {
        int written = row.counts().writing();
        return written == 1 ? "1 contact imported" : "%,d contacts imported".formatted(written);
    }

    public String getMoment() {
        return UploadPage.moment(row.importedAt());
    }

    public String getUrl() {
        return ImportPages.path(engagement().id()) + "/" + row.id();
    }

    public int getReady() {
        return row.ready();
    }

    public int getUpdated() {
        return row.updated();
    }

    public int getDuplicates() {
        return row.duplicates();
    }

    public int getRejected() {
        return row.rejected();
    }

    /** Of the rejected: who asked not to be written to. */
    public int getStopped() {
        return row.stopped();
    }

    /** Rejected rows that are listed. */
    public int getListed() {
        return row.counts().listed();
    }

    /** Whether the rejected rows are still kept. */
    public boolean isQuoted() {
        return row.quoted();
    }

    public boolean isUndoable() {
        return row.isUndoable();
    }

    public ProblemLines getRows() {
        return rows;
    }
}
