package parallax.referral;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactService;
import parallax.fieldwork.Invitations;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Decides what becomes of people whom customers named. Nobody is written to before that. */
public final class ReferralService {

    private final Jdbi field;
    private final WaveService waves;
    private final ContactService contacts;
    private final Invitations invitations;
    private final Audit audit;
    private final InstantSource clock;

    ReferralService(Jdbi field, ReferralFeature.Neighbours neighbours, InstantSource clock) {
        this.field = field;
        this.waves = neighbours.study().waves();
        this.contacts = neighbours.contacts();
        this.invitations = neighbours.invitations();
        this.audit = neighbours.audit();
        this.clock = clock;
    }

    /**
     * Referrals of a wave that wait for a decision, by name.
     *
     * @throws RefusedException NOT_FOUND for the wave
     */
    List<ReferralRow> list(WaveId wave) {
        waves.require(wave);
        return field.withExtension(ReferralDao.class, dao -> dao.list(wave));
    }

    /** Somebody who is a contact now. */
    @Schema(name = "ConfirmedReferral")
    record Confirmed(UUID contact, boolean invited) {}

    /**
     * Makes a contact of somebody who was named, with the account, the segments, the language and the time zone of who named
     * them; all in one transaction.
     *
     * @param invite whether to ask them in this wave at once
     * @throws RefusedException NOT_FOUND when it was decided already; CONFLICT when the address belongs to a contact or stopped
     *     our mails, or the wave takes no answers and they were to be invited; INVALID when no mail goes to that address
     */
    Confirmed confirm(Caller caller, WaveId id, UUID referral, boolean invite) {
        return field.inTransaction(handle -> {
            Wave wave = waves.lockForShare(handle, id);
            if (invite && !wave.state().takesAnswers()) {
                throw new RefusedException(
                        ProblemType.CONFLICT,
                        "Wave “%s” is in state %s: nobody is invited any more. Confirm them without an invitation."
                                .formatted(wave.name(), wave.state().code()));
            }
            ReferralRow row = take(handle, id, referral);
            UUID contact = contacts.addColleague(handle, row.contactId(), row.name(), row.email());
            if (invite) {
                invitations.inviteColleague(handle, wave, row.invitationId(), contact, clock.instant());
            }
            audit.record(caller, invite ? "referral.confirm.invite" : "referral.confirm", contact.toString());
            return new Confirmed(contact, invite);
        });
    }

    /** @throws RefusedException NOT_FOUND when it was decided already */
    void dismiss(Caller caller, WaveId id, UUID referral) {
        field.useTransaction(handle -> {
            take(handle, id, referral);
            audit.record(caller, "referral.dismiss", id.toString());
        });
    }

    private static ReferralRow take(Handle handle, WaveId wave, UUID id) {
        ReferralDao dao = handle.attach(ReferralDao.class);
        return dao.find(wave, id)
                .filter(row -> dao.delete(id, row.email()) == 1)
                .orElseThrow(
                        () -> new RefusedException(
                                ProblemType.NOT_FOUND,
                                "This wave has no such referral: it was confirmed or dismissed already, or names somebody else by now."));
    }
}
