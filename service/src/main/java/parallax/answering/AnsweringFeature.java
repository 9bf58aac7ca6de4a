package parallax.answering;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import parallax.ballot.BallotBox;
import parallax.database.Databases;
import parallax.study.EngagementService;
import parallax.study.WaveService;
import parallax.web.LinkMisses;

/** Wires the respondents' pages. */
public final class AnsweringFeature {

    private final DraftService drafts;
    private final SubmitService submits;
    private final LinkMisses misses;
    private final AnsweringPages pages;

    public AnsweringFeature(
            Databases databases,
            EngagementService engagements,
            WaveService waves,
            Admission admission,
            BallotBox box,
            AnsweringSettings settings,
            InstantSource clock) {
        AskedForms forms = new AskedForms(engagements, waves, settings, clock);
        this.drafts = new DraftService(databases.field(), waves, admission);
        this.submits = new SubmitService(admission, drafts, forms, box::put, clock);
        this.misses = new LinkMisses(clock);
        this.pages = new AnsweringPages(
                new AnsweringFlow(admission, drafts, submits, forms, settings, clock),
                new ReferralFlow(admission, drafts, forms, settings),
                misses);
    }

    /** Drafts; deletes those of an engagement. */
    public DraftService drafts() {
        return drafts;
    }

    /** One count for all kinds of personal links: who guesses tries them all. */
    public LinkMisses linkMisses() {
        return misses;
    }

    public SubmitService submits() {
        return submits;
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(pages);
    }
}
