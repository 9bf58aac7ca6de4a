package parallax.finding;

import parallax.response.ResponseStore;
import parallax.study.EngagementService;
import parallax.study.WaveService;

/** Figures of closed waves. */
public final class FindingFeature {

    private final FindingService findings;

    /** For answers that never were ballots. */
    public FindingFeature(EngagementService engagements, WaveService waves, ResponseStore responses) {
        this(engagements, waves, responses, BallotsWaiting.NEVER);
    }

    /** @param ballots a wave has no figures while ballots of it wait */
    public FindingFeature(
            EngagementService engagements, WaveService waves, ResponseStore responses, BallotsWaiting ballots) {
        findings = new FindingService(engagements, waves, responses, ballots);
    }

    public FindingService findings() {
        return findings;
    }
}
