package parallax.fieldwork;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.answering.Admission;
import parallax.answering.Device;
import parallax.answering.LinkToken;
import parallax.answering.Referral;
import parallax.answering.Wish;
import parallax.fieldwork.EntryDao.EntryRow;
import parallax.fieldwork.InvitationDao.AdmissionRow;
import parallax.keys.KeyFiles;
import parallax.study.WaveState;

/** Links and the invitations behind them. */
final class AdmissionService implements Admission {

    private final FieldworkTools tools;
    private final AccountMask mask;
    private final FieldCounts counts;

    AdmissionService(FieldworkTools tools, FieldCounts counts) {
        this.tools = tools;
        this.mask = new AccountMask(tools.keys());
        this.counts = counts;
    }

    @Override
    public Optional<Admitted> find(String token) {
        return tools.jdbi()
                .onDemand(InvitationDao.class)
                .findByToken(hash(token))
                .map(this::admitted);
    }

    @Override
    public Optional<Entry> enter(String token, byte[] draftRow) {
        return tools.jdbi()
                .withHandle(handle -> EntryDao.find(handle, hash(token), draftRow))
                .map(this::entry);
    }

    @Override
    public Optional<Entry> enterAlone(Handle handle, String token, byte[] draftRow) {
        long key = ByteBuffer.wrap(draftRow).getLong();
        return EntryDao.findAlone(handle, hash(token), draftRow, key).map(this::entry);
    }

    private static byte[] hash(String token) {
        return KeyFiles.tokenHash(LinkToken.of(token).value());
    }

    private Entry entry(EntryRow row) {
        return new Entry(admitted(row.admission()), row.draft());
    }

    private Admitted admitted(AdmissionRow row) {
        return new Admitted(
                row.id(),
                row.waveId(),
                row.audience(),
                row.language(),
                standing(row),
                mask.apply(row.id(), row.accountCode()),
                row.segments(),
                row.questionnaireVersion() == null ? 0 : row.questionnaireVersion());
    }

    private Standing standing(AdmissionRow row) {
        if (row.state().equals(InvitationRow.DONE)) {
            return Standing.ANSWERED;
        }
        if (!takesAnswers(row.waveState(), row.endsAt())) {
            return Standing.CLOSED;
        }
        return row.state().equals(InvitationRow.OPEN) ? Standing.OPEN : Standing.STOPPED;
    }

    @Override
    public void markStarted(Admitted admitted, Device device) {
        tools.jdbi().onDemand(InvitationDao.class).markStarted(admitted.invitation(), device.code());
    }

    @Override
    public void reached(Admitted admitted, int before, int page) {
        for (int further = before + 1; further <= page; further++) {
            counts.add(admitted.wave(), admitted.audience(), FieldCounts.PAGE, further);
        }
    }

    @Override
    public void took(Admitted admitted, Duration time) {
        counts.add(admitted.wave(), admitted.audience(), FieldCounts.MINUTES, MinuteClass.of(time));
    }

    @Override
    public boolean complete(Handle handle, Admitted admitted) {
        return handle.attach(InvitationDao.class)
                        .markDone(
                                admitted.invitation(),
                                admitted.wave(),
                                tools.clock().instant())
                == 1;
    }

    @Override
    public void keep(Handle handle, Admitted admitted, Wish wish) {
        handle.attach(RequestDao.class).keepWish(admitted.invitation(), wish.results(), wish.contact(), wish.comment());
    }

    @Override
    public void refer(Admitted admitted, Referral referral) {
        tools.jdbi()
                .onDemand(RequestDao.class)
                .keepReferral(tools.ids().get(), admitted.invitation(), referral.name(), referral.email());
    }

    /** The clock closes a wave even when the job that does it is late. */
    private boolean takesAnswers(WaveState state, @Nullable Instant endsAt) {
        return state.takesAnswers()
                && (endsAt == null || tools.clock().instant().isBefore(endsAt));
    }
}
