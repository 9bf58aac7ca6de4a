package parallax.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import parallax.mail.MailKind;
import parallax.mail.OutboxMail;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;
import parallax.web.Caller;

/** Later mails to those who are still open: two at most a person, never to those who answered or stopped. */
public final class ReminderService {

    private static final int MOST = 2;
    // Of reminders sent by hand; those of the plan count from 1.
    private static final int FIRST_BY_HAND = 101;
    // A second press of the button, or a plan and a hand on the same day, is one reminder.
    private static final Duration APART_BY_HAND = Duration.ofHours(1);
    private static final Duration APART_BY_PLAN = Duration.ofDays(1);

    private final FieldworkTools tools;

    ReminderService(FieldworkTools tools) {
        this.tools = tools;
    }

    /**
     * Reminds at once those who are still open, whose invitation has arrived, and who had fewer than two reminders.
     *
     * @throws NotInTheFieldException unless the wave is open
     * @throws TooLateToRemindException in the last two days before it closes
     */
    public Reminded remindNow(Caller caller, WaveId id) {
        return tools.jdbi().inTransaction(handle -> {
            Wave wave = tools.waves().lockForUpdate(handle, id);
            if (wave.state() != WaveState.OPEN) {
                throw new NotInTheFieldException(wave);
            }
            if (!ReminderPlan.mayRemind(wave, tools.clock().instant())) {
                throw new TooLateToRemindException(wave);
            }
            int step = Math.max(FIRST_BY_HAND, tools.mail().outbox().lastStep(handle, id, MailKind.REMINDER) + 1);
            List<InvitationRow> rows = handle.attach(InvitationDao.class)
                    .listToRemindNow(id, MOST, tools.clock().instant().minus(APART_BY_HAND));
            SortedMap<String, Integer> reminded = remind(handle, wave, step, rows);
            tools.audit().record(caller, "wave.remind", id.toString());
            return new Reminded(reminded);
        });
    }

    /** The work of the job: the reminders of the plan whose day has come. */
    void remindDue() {
        InvitationDao dao = tools.jdbi().onDemand(InvitationDao.class);
        EachWave.of(dao.listInState(WaveState.OPEN), "could not be reminded", id -> {
            // looked at first: a wave is locked against submits only when somebody is to be reminded
            if (!due(dao, tools.waves().require(id)).isEmpty()) {
                tools.jdbi().useTransaction(handle -> {
                    Wave wave = tools.waves().lockForUpdate(handle, id);
                    dueStep(wave)
                            .ifPresent(
                                    step -> remind(handle, wave, step, due(handle.attach(InvitationDao.class), wave)));
                });
            }
        });
    }

    private List<InvitationRow> due(InvitationDao dao, Wave wave) {
        Instant now = tools.clock().instant();
        return dueStep(wave)
                .map(step -> dao.listToRemindByPlan(
                        wave.id(),
                        MOST,
                        now.minus(APART_BY_PLAN),
                        step,
                        now.minus(Duration.ofDays(
                                ReminderPlan.inOrder(wave).get(step - 1).afterDays()))))
                .orElse(List.of());
    }

    private Optional<Integer> dueStep(Wave wave) {
        return ReminderPlan.due(wave, tools.clock().instant()).map(ReminderPlan.Planned::step);
    }

    private SortedMap<String, Integer> remind(Handle handle, Wave wave, int step, List<InvitationRow> rows) {
        Instant now = tools.clock().instant();
        List<OutboxMail> mails = rows.stream()
                .map(row -> new OutboxMail(tools.ids().get(), row.id(), wave.id(), MailKind.REMINDER, step))
                .toList();
        Set<UUID> written = tools.mail().outbox().enqueue(handle, mails, now).stream()
                .map(OutboxMail::invitation)
                .collect(Collectors.toSet());
        SortedMap<String, Integer> reminded = new TreeMap<>();
        wave.audiences().forEach(audience -> reminded.put(audience.code(), 0));
        for (InvitationRow row : rows) {
            if (written.contains(row.id())) {
                reminded.merge(row.audience().code(), 1, Integer::sum);
            }
        }
        return reminded;
    }

    /**
     * Reminders that wait to leave.
     *
     * @param reminded audience to number of mails
     */
    public record Reminded(SortedMap<String, Integer> reminded) {}
}
