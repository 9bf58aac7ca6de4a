package parallax.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.database.Jobs;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** What importing a file would do: four counts, the rows behind each, cells to correct. */
public final class CheckPage extends IntakeFrame {

    /** Rows of a page. */
    static final int ROWS = 50;

    private final IntakeService.Shown shown;
    private final Part part;

    /** Rows shown of one list. */
    record Part(Listed listed, int skip, List<FileRow> rows) {

        Part {
            rows = List.copyOf(rows);
        }

        int page() {
            return skip / ROWS + 1;
        }
    }

    CheckPage(PageContext context, IntakeService.Shown shown, Part part, @Nullable RefusedException refused) {
        super("/templates/intake/check.ftlh", context, shown.engagement(), refused);
        this.shown = shown;
        this.part = part;
    }

    /** What needs a look comes first. */
    static Listed first(Counts counts) {
        return counts.listed() > 0 ? Listed.REJECTED : counts.warned() > 0 ? Listed.WARNED : Listed.READY;
    }

    /** What the page found, as its heading. */
    public String getTitle() {
        int writing = shown.counts().writing();
        return writing == 0
                ? "No row of this file can be imported"
                : writing == 1 ? "1 contact can be imported" : "%,d contacts can be imported".formatted(writing);
    }

    public String getUrl() {
        return IntakePages.path(engagement().id()) + "/" + shown.row().id();
    }

    /** What is wrong with background work that failed; null: nothing failed. */
    public @Nullable String getFailed() {
        Jobs.Job job = shown.job();
        return job != null && job.state().equals("failed")
                ? "The last step stopped before it was done; nothing of it was kept. Try it again."
                : null;
    }

    public int getReady() {
        return shown.counts().ready();
    }

    public int getUpdated() {
        return shown.counts().updated();
    }

    public int getDuplicates() {
        return shown.counts().duplicates();
    }

    public int getRejected() {
        return shown.counts().rejected();
    }

    /** Of the rejected: who asked not to be written to. */
    public int getStopped() {
        return shown.counts().stopped();
    }

    /** Rejected rows that are listed. */
    public int getListed() {
        return shown.counts().listed();
    }

    public int getWarned() {
        return shown.counts().warned();
    }

    public int getWriting() {
        return shown.counts().writing();
    }

    public int getFormulas() {
        return shown.about().formulas();
    }

    /** Which list is shown: ready, updated, duplicates, rejected, warned. */
    public String getShow() {
        return part.listed().code();
    }

    public ProblemLines getRows() {
        return new ProblemLines(shown.about(), part);
    }

    private int count() {
        Counts counts = shown.counts();
        return switch (part.listed()) {
            case READY -> counts.ready();
            case UPDATED -> counts.updated();
            case DUPLICATES -> counts.duplicates();
            case REJECTED -> counts.listed();
            case WARNED -> counts.warned();
        };
    }

    /** Which rows of the list these are, such as "51–100 of 312"; "" when all are shown. */
    public String getRange() {
        int count = count();
        return count <= ROWS
                ? ""
                : "%,d–%,d of %,d"
                        .formatted(part.skip() + 1, part.skip() + part.rows().size(), count);
    }

    /** Address of the rows before, or "". */
    public String getPrevious() {
        return part.skip() == 0 ? "" : pageUrl(part.page() - 1);
    }

    /** Address of the rows after, or "". */
    public String getNext() {
        return part.skip() + part.rows().size() < count() ? pageUrl(part.page() + 1) : "";
    }

    private String pageUrl(int page) {
        return getUrl() + "?show=" + getShow() + "&page=" + page;
    }
}
