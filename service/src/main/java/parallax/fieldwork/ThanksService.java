package parallax.fieldwork;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parallax.mail.MailKind;
import parallax.mail.OutboxMail;
import parallax.message.MessageService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;

/**
 * Thanks those who answered, where the consultancy chose so. Once a day for all of a wave: a row of the outbox made when
 * somebody answers would keep the time of the answer beside the person.
 */
final class ThanksService {

    private static final LocalTime EACH_DAY = LocalTime.of(9, 0);

    private final FieldworkTools tools;
    private final MessageService messages;

    ThanksService(FieldworkTools tools, MessageService messages) {
        this.tools = tools;
        this.messages = messages;
    }

    /** The work of the job. */
    void thankDue() {
        Instant now = tools.clock().instant();
        Instant batch = now.atZone(ZoneOffset.UTC).with(EACH_DAY).toInstant();
        if (now.isBefore(batch)) {
            return;
        }
        InvitationDao dao = tools.jdbi().onDemand(InvitationDao.class);
        for (WaveState state : List.of(WaveState.OPEN, WaveState.CLOSING)) {
            EachWave.of(dao.listInState(state), "could not be thanked", id -> {
                if (messages.of(tools.waves().require(id)).thanks()) {
                    tools.jdbi().useTransaction(handle -> thank(handle, id, batch));
                }
            });
        }
    }

    private void thank(Handle handle, WaveId id, Instant batch) {
        Wave wave = tools.waves().lockForUpdate(handle, id);
        if (!wave.state().takesAnswers()) {
            return;
        }
        List<OutboxMail> mails = handle.attach(ThanksDao.class).listToThank(id, batch).stream()
                .map(invitation -> new OutboxMail(tools.ids().get(), invitation, id, MailKind.THANKS, 0))
                .toList();
        tools.mail().outbox().enqueue(handle, mails, batch);
    }
}
