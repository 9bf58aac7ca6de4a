package parallax.summary;

import parallax.web.Page;
import parallax.web.PageContext;

/** The summary as a page. */
final class SummaryPage extends Page {

    private final Summary summary;
    private final String consultancy;

    SummaryPage(PageContext context, Summary summary, String consultancy) {
        super("/templates/summary/summary.ftlh", context);
        this.summary = summary;
        this.consultancy = consultancy;
    }

    public Summary getSummary() {
        return summary;
    }

    public String getConsultancy() {
        return consultancy;
    }
}
