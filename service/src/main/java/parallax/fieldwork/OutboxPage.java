package parallax.fieldwork;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.mail.MailFeature;
import parallax.mail.MailKind;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.PageContext;

/** The mails of a wave. */
public final class OutboxPage extends WavePage {

    private final MailList mails;
    private final List<RequestDao.WishRow> wishes;

    OutboxPage(PageContext context, Engagement engagement, Wave wave, MailList mails, List<RequestDao.WishRow> wishes) {
        super("/templates/fieldwork/outbox.ftlh", context, engagement, wave);
        this.mails = mails;
        this.wishes = List.copyOf(wishes);
    }

    public boolean isSample() {
        return engagement().sample();
    }

    public boolean isLeavesTheHouse() {
        return mails.leavesTheHouse();
    }

    public boolean isSealed() {
        return wave().state() == WaveState.SEALED;
    }

    public boolean isShown() {
        return !isSealed() && (engagement().sample() || !mails.leavesTheHouse());
    }

    public List<Line> getLines() {
        return mails.items().stream().map(Line::of).toList();
    }

    /** What customers asked of us beside their answers. */
    public List<WishLine> getWishes() {
        return wishes.stream()
                .map(row -> new WishLine(
                        name(row.person(), row.email()),
                        row.account() == null ? "" : row.account(),
                        row.results() ? "yes" : "",
                        row.about(),
                        row.comment()))
                .toList();
    }

    private static String name(@Nullable String name, @Nullable String email) {
        return name != null ? name : email == null ? "(no name)" : email;
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

    /** A wish as the page prints it; none of it is an answer. */
    public record WishLine(String person, String account, String results, String about, String comment) {}

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
                    Words.mail(MailKind.ofCode(item.kind())),
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
