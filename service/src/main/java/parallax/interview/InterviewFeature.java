package parallax.interview;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.answering.SubmitService;
import parallax.contact.ContactService;
import parallax.keys.KeyFiles;
import parallax.study.StudyFeature;
import parallax.web.Audit;

/** Interviews by phone: the call list, its API, and the interviewer's pages. */
public final class InterviewFeature {

    private final InterviewTools tools;
    private final InterviewDrafts drafts;
    private final CallService calls;
    private final InterviewService interviews;

    /**
     * The features this one stands on.
     *
     * @param submits the gate of all answers
     */
    public record Neighbours(StudyFeature study, ContactService contacts, SubmitService submits, Audit audit) {}

    /**
     * Adds its panel to the study.
     *
     * @param field the pool of login parallax_field
     * @param random unpredictable: whoever guesses its tokens reads interviews under way
     */
    public InterviewFeature(
            Jdbi field, KeyFiles keys, Neighbours neighbours, InterviewSettings settings, Chance chance) {
        StudyFeature study = neighbours.study();
        this.tools = new InterviewTools(
                field,
                keys,
                study.engagements(),
                study.waves(),
                neighbours.contacts(),
                neighbours.submits(),
                neighbours.audit(),
                settings,
                chance.clock(),
                UUID::randomUUID);
        this.drafts = new InterviewDrafts(field, chance.random());
        this.calls = new CallService(tools, drafts);
        this.interviews = new InterviewService(tools, calls, drafts);
        study.add(new InterviewPanel());
    }

    /** Clock and randomness. */
    public record Chance(InstantSource clock, SecureRandom random) {}

    public CallService calls() {
        return calls;
    }

    /** Deletes interviews under way with people who answered or stopped meanwhile. Every hour. */
    public void tick() {
        drafts.discardOutlived();
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new CallsResource(calls));
        jersey.register(new InterviewsResource(interviews));
        InterviewViews views = new InterviewViews(tools, calls, interviews, drafts);
        jersey.register(new CallPages(calls, views));
        jersey.register(new InterviewPages(
                new InterviewFlow(calls, interviews, drafts, views, new InterviewCookie(tools.settings()))));
    }
}
