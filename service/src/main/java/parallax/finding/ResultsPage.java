package parallax.finding;

import java.util.List;
import parallax.web.Page;
import parallax.web.PageContext;

/** A wave's figures as tables, one for each question. */
final class ResultsPage extends Page {

    private final Findings findings;
    private final List<ResultsTable> tables;

    ResultsPage(PageContext context, Findings findings) {
        super("/templates/finding/results.ftlh", context);
        this.findings = findings;
        this.tables = ResultsTable.allOf(findings);
    }

    public String getWaveName() {
        return findings.wave().name();
    }

    public String getWaveUrl() {
        return "/waves/" + findings.wave().id();
    }

    public String getEngagementName() {
        return findings.engagement().name();
    }

    public String getEngagementUrl() {
        return "/engagements/" + findings.engagement().id();
    }

    public boolean isSample() {
        return findings.engagement().sample();
    }

    public List<ResultsTable> getTables() {
        return tables;
    }
}
