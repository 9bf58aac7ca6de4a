package parallax.fieldwork;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.mail.MailFeature;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** The mails of a wave. */
public final class OutboxPage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final MailList mails;

    OutboxPage(PageContext context, Engagement engagement, Wave wave, MailList mails) {
        super("/templates/fieldwork/outbox.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.mails = mails;
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

    public boolean isSample() {
        return engagement.sample();
    }

    public boolean isLeavesTheHouse() {
        return mails.leavesTheHouse();
    }

    public boolean isShown() {
        return engagement.sample() || !mails.leavesTheHouse();
    }

    public List<Line> getLines() {
        return mails.items().stream().map(Line::of).toList();
    }

    /** One sentence a team; empty when no team was reminded. */
    public List<String> getTeamReminders() {
        return mails.teamReminders().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "%s: %s. Who got one is not shown, because it would tell who had not answered."
                        .formatted(
                                Words.audience(Audience.ofCode(entry.getKey())),
                                Words.count(entry.getValue(), "reminder", "reminders")))
                .toList();
    }

    public @Nullable String getNext() {
        return mails.next() == null ? null : getWaveUrl() + "/outbox?after=" + mails.next();
    }

    /** A mail as the page prints it. */
    public record Line(
            UUID id,
            String to,
            String audience,
            String kind,
            String state,
            String due,
            String reply,
            MailList.@Nullable Shown shown) {

        static Line of(MailList.Item item) {
            String to = item.to();
            String reply = item.reply();
            return new Line(
                    item.id(),
                    to == null ? "(deleted)" : to,
                    Words.audience(Audience.ofCode(item.audience())),
                    item.kind().equals("reminder") ? "Reminder" : "Invitation",
                    MailFeature.SHOWN_REPLY.equals(reply) ? "Shown, not sent" : Words.mailState(item.state()),
                    Words.moment(item.dueAt()),
                    reply == null ? "" : reply,
                    item.shown());
        }

        @Override
        public String toString() {
            return "Line";
        }
    }
}
