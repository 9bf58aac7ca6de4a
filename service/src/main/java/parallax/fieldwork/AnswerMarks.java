package parallax.fieldwork;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.DepartureDao.DepartedRow;
import parallax.fieldwork.InvitationDao.FieldRow;
import parallax.mail.Outbox;
import parallax.mail.OutboxRow;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.WaveId;
import parallax.study.WaveService;

/** Turns who has answered into how many have, once and for good, when a wave closes. */
final class AnswerMarks {

    private final WaveService waves;
    private final Outbox outbox;

    AnswerMarks(WaveService waves, Outbox outbox) {
        this.waves = waves;
        this.outbox = outbox;
    }

    /** Writes the counts to the wave's frames and makes all invitations alike, in the transaction that closes it. */
    void becomeCounts(Handle handle, WaveId wave) {
        InvitationDao invitations = handle.attach(InvitationDao.class);
        Map<Audience, Map<String, Integer>> counts = new TreeMap<>();
        for (FieldRow row : invitations.listForField(wave)) {
            Map<String, Integer> codes = counts.computeIfAbsent(row.audience(), audience -> new TreeMap<>());
            codes.merge(Disposition.of(row).name(), 1, Integer::sum);
            if (Disposition.isBreakOff(row)) {
                codes.merge("BREAKOFF", 1, Integer::sum);
            }
        }
        List<DepartedRow> departed = handle.attach(DepartureDao.class).list(wave);
        for (DepartedRow row : departed) {
            Map<String, Integer> codes = counts.computeIfAbsent(row.audience(), audience -> new TreeMap<>());
            addIfAny(codes, Disposition.I, row.answered());
            addIfAny(codes, Disposition.R, row.refused());
        }
        Tally.kept(invitations.listForField(wave), departed).forEach(kept -> invitations.saveKept(wave, kept));
        handle.attach(FieldCountDao.class).keepDaysAndDevices(wave);
        Map<Audience, AudienceFrame> frames = waves.frames(wave);
        counts.forEach((audience, codes) -> waves.saveFrame(
                handle, wave, audience, new AudienceFrame(people(frames.get(audience)), codes, null, null)));
        makeAlike(handle, invitations, wave);
    }

    private static void addIfAny(Map<String, Integer> codes, Disposition disposition, int people) {
        if (people > 0) {
            codes.merge(disposition.name(), people, Integer::sum);
        }
    }

    /**
     * Writes all rows anew in the order of their random ids. An update would leave those who answered where PostgreSQL
     * put their second version: together, at the end of a page.
     */
    private void makeAlike(Handle handle, InvitationDao invitations, WaveId wave) {
        List<InvitationRow> rows = invitations.list(wave);
        List<OutboxRow> mails = outbox.removeAll(handle, wave);
        // they go with their invitation, and what somebody asked of us must outlive the close
        RequestDao requests = handle.attach(RequestDao.class);
        List<RequestDao.KeptWish> wishes = requests.listKeptWishes(wave);
        List<RequestDao.KeptReferral> referrals = requests.listKeptReferrals(wave);
        invitations.deleteAll(wave);
        invitations.insert(rows.stream().map(InvitationRow::afterClose).toList());
        wishes.forEach(wish -> requests.keepWish(wish.invitationId(), wish.results(), wish.contact(), wish.comment()));
        referrals.forEach(referral ->
                requests.keepReferral(referral.id(), referral.invitationId(), referral.name(), referral.email()));
        outbox.restoreInvitations(handle, mails);
    }

    private static @Nullable Integer people(@Nullable AudienceFrame frame) {
        return frame == null ? null : frame.people();
    }
}
