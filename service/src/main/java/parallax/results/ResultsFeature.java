package parallax.results;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.finding.FindingService;

/** Shows figures to the consultancy. */
public final class ResultsFeature {

    private final FindingService findings;

    public ResultsFeature(FindingService findings) {
        this.findings = findings;
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new FiguresResource(findings));
        FigureReading figures = new FigureReading(findings);
        jersey.register(new FigureResource(figures));
        jersey.register(new FigurePages(figures));
        jersey.register(new ResultsPages(findings));
    }
}
