package parallax.fieldwork;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.MailListDao.MailRow;
import parallax.mail.InvalidAddressException;
import parallax.mail.WrittenMail;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Slice;

/** The mails of a wave with their states; the mails themselves only while none can leave the house. */
public final class MailListService {

    private final FieldworkTools tools;
    private final InvitationLetters letters;

    MailListService(FieldworkTools tools, InvitationLetters letters) {
        this.tools = tools;
        this.letters = letters;
    }

    /**
     * A page of mails, in no telling order.
     *
     * @param after cursor of the page before; null: from the start
     * @param limit 1 to 200
     */
    public MailList list(WaveId wave, @Nullable String after, int limit) {
        UUID afterId =
                Slice.after(after).map(key -> id(key, String.valueOf(after))).orElse(null);
        MailListDao dao = tools.jdbi().onDemand(MailListDao.class);
        Slice<MailRow> rows = Slice.of(
                dao.list(wave, afterId, limit + 1), limit, row -> row.id().toString());
        Predicate<MailRow> shown = shown(wave);
        List<MailList.Item> items = rows.items().stream()
                .map(row -> item(row, shown.test(row) ? link(row) : null))
                .toList();
        return new MailList(tools.mail().leavesTheHouse(), items, dao.countTeamReminders(wave), rows.next());
    }

    /**
     * One mail, with its words when it may be shown.
     *
     * @throws RefusedException NOT_FOUND when the wave has no such mail
     */
    public MailList.Item find(WaveId wave, UUID id) {
        Predicate<MailRow> shown = shown(wave);
        MailRow row = tools.jdbi()
                .onDemand(MailListDao.class)
                .find(wave, id)
                .orElseThrow(() -> new RefusedException(ProblemType.NOT_FOUND, "This wave has no such mail."));
        return item(row, shown.test(row) ? written(row).orElse(null) : null);
    }

    /** Which mails of a wave may be shown; none once its links are destroyed. */
    private Predicate<MailRow> shown(WaveId id) {
        Wave wave = tools.waves().require(id);
        boolean sample = tools.engagements().require(wave.engagementId()).sample();
        boolean links = !tools.keys().areLinksDestroyed(id.value());
        return row -> links && tools.mail().mayShow(sample, row.attempt(), row.lastReply());
    }

    private static UUID id(String key, String cursor) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Slice.wrongCursor(cursor);
        }
    }

    private static MailList.Item item(MailRow row, MailList.@Nullable Shown shown) {
        return new MailList.Item(
                row.id(),
                row.audience().code(),
                row.kind().code(),
                row.step(),
                row.email(),
                row.state(),
                row.dueAt(),
                row.attempt(),
                row.lastReply(),
                shown);
    }

    /** The personal link alone: it costs no query, the words of a mail cost several. */
    private MailList.Shown link(MailRow row) {
        String link = letters.answerLink(row.waveId(), row.invitationId(), row.generation());
        return new MailList.Shown(null, null, null, link);
    }

    private Optional<MailList.Shown> written(MailRow row) {
        try {
            return letters.write(row.mail()).map(letter -> {
                WrittenMail mail = tools.mail().show(row.mail(), letter);
                return new MailList.Shown(
                        mail.from().toHeader(),
                        mail.subject(),
                        mail.text(),
                        link(row).link());
            });
        } catch (InvalidAddressException e) {
            return Optional.empty();
        }
    }
}
