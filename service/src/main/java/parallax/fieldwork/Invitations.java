package parallax.fieldwork;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import parallax.answering.DraftService;
import parallax.keys.KeyFiles;
import parallax.mail.MailKind;
import parallax.mail.OutboxMail;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Wave;
import parallax.study.WaveId;

/** Makes the invitations of a wave with their mails, and takes them back while none has left. */
public final class Invitations {

    private final FieldworkTools tools;
    private final AccountMask mask;

    Invitations(FieldworkTools tools) {
        this.tools = tools;
        this.mask = new AccountMask(tools.keys());
    }

    /**
     * Invites people, in the caller's transaction; the wave has its keys.
     *
     * @param dueAt when the first mail may leave
     */
    public void invite(Handle handle, Wave wave, List<Invitee> people, Instant dueAt) {
        List<InvitationRow> rows = new ArrayList<>();
        List<OutboxMail> mails = new ArrayList<>();
        for (Invitee person : people) {
            InvitationRow row = row(wave, person);
            rows.add(row);
            if (person.writtenTo()) {
                mails.add(new OutboxMail(tools.ids().get(), row.id(), wave.id(), MailKind.INVITATION, 0));
            }
        }
        // Ids are random: the order of the rows says nothing of the order of the contacts.
        rows.sort(Comparator.comparing(InvitationRow::id));
        mails.sort(Comparator.comparing(OutboxMail::invitation));
        handle.attach(InvitationDao.class).insert(rows);
        tools.mail().outbox().enqueue(handle, mails, dueAt);
    }

    /**
     * Invites somebody whom an invited person named, in the caller's transaction, which holds the wave: in their language, with
     * what was frozen of them at the launch.
     *
     * @param by the invitation of whoever named them
     */
    public void inviteColleague(Handle handle, Wave wave, UUID by, UUID contact, Instant dueAt) {
        InvitationRow like = handle.attach(InvitationDao.class)
                .find(by)
                .orElseThrow(() -> new IllegalStateException("there is no invitation " + by));
        byte[] accountCode = mask.apply(like.id(), like.accountCode());
        Invitee invitee = new Invitee(contact, like.audience(), like.language(), accountCode, like.segments(), true);
        invite(handle, wave, List.of(invitee), dueAt);
        AudienceFrame frame =
                tools.waves().frames(handle, wave.id()).getOrDefault(like.audience(), AudienceFrame.unknown());
        Integer people = frame.people();
        if (people != null) {
            tools.waves()
                    .saveFrame(
                            handle,
                            wave.id(),
                            like.audience(),
                            new AudienceFrame(
                                    people + 1,
                                    frame.dispositions(),
                                    frame.askedItems(),
                                    frame.askedMeasures(),
                                    frame.margins()));
        }
    }

    /**
     * Takes all invitations of a wave back, in the caller's transaction.
     *
     * @return false when somebody has begun or a mail was due: then the caller must roll back
     */
    public boolean withdraw(Handle handle, WaveId wave) {
        InvitationDao invitations = handle.attach(InvitationDao.class);
        if (invitations.hasSomebodyBegun(wave) || !tools.mail().outbox().withdraw(handle, wave)) {
            return false;
        }
        DraftService.deleteOfWave(handle, wave);
        invitations.deleteAll(wave);
        return true;
    }

    private InvitationRow row(Wave wave, Invitee person) {
        UUID id = tools.ids().get();
        String token = tools.keys().linkToken(wave.id().value(), id, 0);
        return new InvitationRow(
                id,
                wave.id(),
                person.contact(),
                person.audience(),
                person.language(),
                mask.apply(id, person.accountCode()),
                person.segments(),
                KeyFiles.tokenHash(token),
                0,
                InvitationRow.OPEN,
                false,
                false);
    }

    /**
     * Somebody to invite. toString tells the contact's id only.
     *
     * @param accountCode empty for teams and for people without an account
     * @param writtenTo false: called by phone, gets no mail
     */
    public record Invitee(
            UUID contact, Audience audience, String language, byte[] accountCode, byte[] segments, boolean writtenTo) {

        @Override
        public String toString() {
            return "Invitee " + contact;
        }
    }
}
