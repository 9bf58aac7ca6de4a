package parallax.referral;

import java.util.List;
import java.util.Optional;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** On the page of a wave, while somebody who was named waits for a decision. */
final class ReferralPanel implements WavePanel {

    private static final int ORDER = 26;

    private final ReferralService referrals;

    ReferralPanel(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        int waiting = referrals.list(wave.id()).size();
        if (waiting == 0) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                ORDER,
                "Referrals",
                waiting == 1
                        ? "A customer named somebody else as the right person. Nobody writes to them before you decide."
                        : "Customers named %d people as the right ones. Nobody writes to them before you decide."
                                .formatted(waiting),
                List.of(),
                null,
                List.of(Action.link("Decide on referrals", "/waves/" + wave.id() + "/referrals"))));
    }
}
