package parallax.results;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.diagnostic.Diagnostics;
import parallax.finding.FindingService;

/** Shows figures to the consultancy. */
public final class ResultsFeature {

    private final FindingService findings;
    private final Diagnostics diagnostics;

    public ResultsFeature(FindingService findings, Diagnostics diagnostics) {
        this.findings = findings;
        this.diagnostics = diagnostics;
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new FiguresResource(findings));
        FigureReading figures = new FigureReading(findings);
        jersey.register(new FigureResource(figures));
        jersey.register(new FigurePages(figures));
        jersey.register(new ResultsPages(findings, diagnostics));
    }
}
