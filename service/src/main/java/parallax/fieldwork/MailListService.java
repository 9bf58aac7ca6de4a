package parallax.fieldwork;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.MailListDao.MailRow;
import parallax.mail.InvalidAddressException;
import parallax.mail.Letter;
import parallax.mail.WrittenMail;
import parallax.study.WaveId;
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
        tools.waves().require(wave);
        UUID afterId =
                Slice.after(after).map(key -> id(key, String.valueOf(after))).orElse(null);
        MailListDao dao = tools.jdbi().onDemand(MailListDao.class);
        Slice<MailRow> rows = Slice.of(
                dao.list(wave, afterId, limit + 1), limit, row -> row.id().toString());
        List<MailList.Item> items = rows.items().stream().map(this::item).toList();
        return new MailList(tools.mail().leavesTheHouse(), items, dao.countTeamReminders(wave), rows.next());
    }

    private static UUID id(String key, String cursor) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Slice.wrongCursor(cursor);
        }
    }

    private MailList.Item item(MailRow row) {
        Optional<Letter> letter = letters.write(row.mail());
        return new MailList.Item(
                row.id(),
                row.audience().code(),
                row.kind().code(),
                row.step(),
                letter.map(known -> known.to().address()).orElse(null),
                row.state(),
                row.dueAt(),
                row.attempt(),
                row.lastReply(),
                letter.flatMap(known -> shown(row, known)).orElse(null));
    }

    private Optional<MailList.Shown> shown(MailRow row, Letter letter) {
        try {
            Optional<WrittenMail> mail = tools.mail().show(row.mail(), letter, row.attempt(), row.lastReply());
            return mail.map(written -> new MailList.Shown(
                    written.from().toHeader(),
                    written.subject(),
                    written.text(),
                    letter.links().answer()));
        } catch (InvalidAddressException e) {
            return Optional.empty();
        }
    }
}
