package parallax.contact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** What a file of people holds, or what became of it. */
public final class ImportReportPage extends Page {

    private final Engagement engagement;
    private final ImportReport report;
    private final @Nullable String rejectedCsv;
    private final @Nullable Checked checked;
    private final @Nullable ImportRow written;

    /**
     * A file that was only looked at.
     *
     * @param content in base64, to be imported next
     */
    private record Checked(String content, ImportPreview preview) {}

    private ImportReportPage(
            PageContext context,
            Engagement engagement,
            ContactImport.Reported reported,
            @Nullable Checked checked,
            @Nullable ImportRow written) {
        super("/templates/contact/report.ftlh", context);
        this.engagement = engagement;
        this.report = reported.report();
        this.rejectedCsv = reported.rejectedCsv();
        this.checked = checked;
        this.written = written;
    }

    /** @param content the file in base64, to be imported next */
    static ImportReportPage ofChecked(
            PageContext context, Engagement engagement, ContactImport.Outcome outcome, String content) {
        return new ImportReportPage(
                context,
                engagement,
                new ContactImport.Reported(outcome.report(), outcome.rejectedCsv()),
                new Checked(content, outcome.preview()),
                null);
    }

    static ImportReportPage ofWritten(PageContext context, Engagement engagement, ImportRow row) {
        return new ImportReportPage(context, engagement, ContactImport.Reported.of(row), null, row);
    }

    public String getEngagementId() {
        return engagement.id().toString();
    }

    public String getEngagementName() {
        return engagement.name();
    }

    /** What the page found, as its heading. */
    public String getTitle() {
        int writing = getReady() + getUpdated();
        if (isWritten()) {
            return writing == 1 ? "1 contact imported" : "%,d contacts imported".formatted(writing);
        }
        return writing == 0
                ? "No row of this file can be imported"
                : writing == 1 ? "1 contact can be imported" : "%,d contacts can be imported".formatted(writing);
    }

    public boolean isWritten() {
        return written != null;
    }

    /** When it was written, or "". */
    public String getMoment() {
        return written == null ? "" : ImportLine.moment(written.importedAt());
    }

    /** Whether there is something to import. */
    public boolean isImportable() {
        return checked != null && getReady() + getUpdated() > 0;
    }

    public @Nullable String getContent() {
        return checked == null ? null : checked.content();
    }

    /** How the file was read; null once it is written. */
    public @Nullable ImportPreview getPreview() {
        return checked == null ? null : checked.preview();
    }

    public int getReady() {
        return report.ready();
    }

    public int getUpdated() {
        return report.updated();
    }

    public int getDuplicates() {
        return report.duplicates();
    }

    public int getRejected() {
        return report.rejected();
    }

    public List<InputError> getProblems() {
        return report.problems();
    }

    /** Whether what is wrong is not kept any more. */
    public boolean isForgotten() {
        return rejectedCsv == null;
    }

    /** The import, while something of it can be undone; null otherwise. */
    public @Nullable String getUndoable() {
        return written != null && written.isUndoable() ? written.id().toString() : null;
    }

    /** The rejected rows as a file within the page. */
    public String getRejectedRows() {
        // The byte order mark makes spreadsheets read it as UTF-8.
        byte[] csv = ("\uFEFF" + rejectedCsv).getBytes(StandardCharsets.UTF_8);
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(csv);
    }
}
