package parallax.fieldwork;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.answering.Admission;
import parallax.answering.LinkToken;
import parallax.answering.Referral;
import parallax.answering.Wish;
import parallax.fieldwork.InvitationDao.AdmissionRow;
import parallax.keys.KeyFiles;
import parallax.study.WaveState;

/** Links and the invitations behind them. */
final class AdmissionService implements Admission {

    private final FieldworkTools tools;
    private final AccountMask mask;

    AdmissionService(FieldworkTools tools) {
        this.tools = tools;
        this.mask = new AccountMask(tools.keys());
    }

    @Override
    public Optional<Admitted> find(String token) {
        byte[] hash = KeyFiles.tokenHash(LinkToken.of(token).value());
        return tools.jdbi().onDemand(InvitationDao.class).findByToken(hash).map(this::admitted);
    }

    private Admitted admitted(AdmissionRow row) {
        boolean open = row.state().equals(InvitationRow.OPEN) && takesAnswers(row.waveState(), row.endsAt());
        return new Admitted(
                row.id(),
                row.waveId(),
                row.audience(),
                row.language(),
                open,
                row.state().equals(InvitationRow.DONE),
                mask.apply(row.id(), row.accountCode()),
                row.segments(),
                row.questionnaireVersion() == null ? 0 : row.questionnaireVersion());
    }

    @Override
    public void markStarted(Admitted admitted) {
        tools.jdbi().onDemand(InvitationDao.class).markStarted(admitted.invitation());
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
