package parallax.summary;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.finding.FindingService;
import parallax.nomination.NominationService;
import parallax.study.WavePanel;

/** Wires the summary. */
public final class SummaryFeature {

    private final SummaryService summaries;
    private final String consultancy;

    /**
     * Wires the summary.
     *
     * @param nominations tell how customers were chosen
     * @param consultancy who measured, as printed
     */
    public SummaryFeature(FindingService findings, NominationService nominations, String consultancy) {
        this.summaries = new SummaryService(findings, nominations::find);
        this.consultancy = consultancy;
    }

    /** What a closed wave gives, on its page. */
    public WavePanel panel() {
        return new ResultsPanel();
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new SummaryPages(summaries, consultancy));
    }
}
