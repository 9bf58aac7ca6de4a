package parallax.intake;

import parallax.database.Jobs;
import parallax.web.PageContext;

/** How far a long file is; the page loads itself anew. */
public final class ProgressPage extends IntakeFrame {

    /** Between two looks. */
    static final int SECONDS = 2;

    private final IntakeService.Shown shown;

    ProgressPage(PageContext context, IntakeService.Shown shown) {
        super("/templates/intake/progress.ftlh", context, shown.engagement(), null);
        this.shown = shown;
    }

    /** Rows of the file. */
    public int getTotal() {
        return shown.about().rows();
    }

    /** Rows that are done; 0 while other work goes first. */
    public int getDone() {
        Jobs.Job job = shown.job();
        return job == null ? 0 : job.done();
    }

    public String getUrl() {
        return IntakePages.path(engagement().id()) + "/" + shown.row().id();
    }
}
