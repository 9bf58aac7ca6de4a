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
    private final ContactImport.Outcome outcome;
    private final @Nullable String content;

    /** @param content the file in base64, to be imported next; null: it was imported */
    ImportReportPage(
            PageContext context, Engagement engagement, ContactImport.Outcome outcome, @Nullable String content) {
        super("/templates/contact/report.ftlh", context);
        this.engagement = engagement;
        this.outcome = outcome;
        this.content = content;
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
        if (content == null) {
            return writing == 1 ? "1 contact imported" : "%,d contacts imported".formatted(writing);
        }
        return writing == 0
                ? "No row of this file can be imported"
                : writing == 1 ? "1 contact can be imported" : "%,d contacts can be imported".formatted(writing);
    }

    public boolean isWritten() {
        return content == null;
    }

    /** Whether there is something to import. */
    public boolean isImportable() {
        return content != null && getReady() + getUpdated() > 0;
    }

    public @Nullable String getContent() {
        return content;
    }

    public int getReady() {
        return outcome.report().ready();
    }

    public int getUpdated() {
        return outcome.report().updated();
    }

    public int getDuplicates() {
        return outcome.report().duplicates();
    }

    public int getRejected() {
        return outcome.report().rejected();
    }

    public List<InputError> getProblems() {
        return outcome.report().problems();
    }

    /** The import, while something of it can be undone; null otherwise. */
    public @Nullable String getUndoable() {
        return getReady() == 0 || outcome.report().importId() == null
                ? null
                : outcome.report().importId().toString();
    }

    /** The rejected rows as a file within the page: nothing is kept on the server for it. */
    public String getRejectedRows() {
        // The byte order mark makes spreadsheets read it as UTF-8.
        byte[] csv = ("\uFEFF" + outcome.rejectedCsv()).getBytes(StandardCharsets.UTF_8);
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(csv);
    }
}
