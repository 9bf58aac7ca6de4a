package parallax.referral;

import java.util.List;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** Whom customers named. */
public final class ReferralsPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final List<ReferralRow> referrals;

    ReferralsPage(PageContext context, Engagement engagement, Wave wave, List<ReferralRow> referrals) {
        super("/templates/referral/referrals.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.referrals = List.copyOf(referrals);
    }

    public String getWaveName() {
        return wave.name();
    }

    public String getWaveUrl() {
        return "/waves/" + wave.id();
    }

    public String getEngagementName() {
        return engagement.name();
    }

    public String getEngagementUrl() {
        return "/engagements/" + engagement.id();
    }

    /** Whether somebody can still be invited. */
    public boolean isOpen() {
        return wave.state().takesAnswers();
    }

    public List<Line> getLines() {
        return referrals.stream().map(this::line).toList();
    }

    private Line line(ReferralRow row) {
        String by = row.person() != null ? row.person() : row.personEmail();
        return new Line(
                row.id().toString(),
                row.name(),
                row.email(),
                row.account() == null ? "" : row.account(),
                by == null ? "(no name)" : by);
    }

    /** Somebody named. */
    public record Line(String id, String name, String email, String account, String by) {

        @Override
        public String toString() {
            return "Line " + id;
        }
    }
}
