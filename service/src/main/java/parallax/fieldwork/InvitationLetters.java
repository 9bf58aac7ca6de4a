package parallax.fieldwork;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import parallax.contact.ContactService.Contact;
import parallax.mail.Letter;
import parallax.mail.Letters;
import parallax.mail.MailKind;
import parallax.mail.MayStillSend;
import parallax.mail.OutboxMail;
import parallax.message.MessageKind;
import parallax.message.Particulars;
import parallax.message.Recipient;
import parallax.study.Wave;
import parallax.study.WaveId;

/** Writes the mails of a wave, and says whether they may still leave. */
final class InvitationLetters implements Letters, MayStillSend {

    private final FieldworkTools tools;
    private final StopToken stopTokens;
    private final String base;

    InvitationLetters(FieldworkTools tools, FieldworkSettings settings) {
        this.tools = tools;
        this.stopTokens = new StopToken(tools.keys());
        this.base = settings.baseUrl().toString().replaceFirst("/+$", "");
    }

    @Override
    public boolean maySend(Handle handle, OutboxMail mail) {
        return handle.attach(InvitationDao.class)
                .findAddresseeForShare(mail.invitation(), mail.wave())
                .filter(addressee -> addressee.mayBeWrittenTo(mail.kind()))
                .filter(addressee -> mail.kind() != MailKind.REMINDER
                        || ReminderPlan.mayRemind(
                                addressee.closesAt(), tools.clock().instant()))
                .filter(addressee -> !tools.contacts().isSuppressed(addressee.contactId()))
                .isPresent();
    }

    @Override
    public Optional<Letter> write(OutboxMail mail) {
        Optional<InvitationRow> found =
                tools.jdbi().onDemand(InvitationDao.class).find(mail.invitation());
        boolean asks = mail.kind() == MailKind.INVITATION || mail.kind() == MailKind.REMINDER;
        // A letter that asks without its link says nothing.
        if (found.isEmpty()
                || (asks && tools.keys().areLinksDestroyed(mail.wave().value()))) {
            return Optional.empty();
        }
        InvitationRow row = found.get();
        Contact contact = tools.contacts().require(row.contactId());
        String email = contact.email();
        if (email == null) {
            return Optional.empty();
        }
        Wave wave = tools.waves().require(row.waveId());
        String answer = asks ? answerLink(row.waveId(), row.id(), row.generation()) : null;
        String stop = base + "/u/" + stopTokens.of(row.id());
        Letter.Words words = tools.letters()
                .write(
                        wave,
                        kind(mail.kind(), row),
                        row.language(),
                        Recipient.of(contact.audience(), contact.salutation(), contact.name(), contact.timeZone()),
                        Particulars.links(answer, stop));
        return Optional.of(new Letter(
                new Letter.Addressee(email, contact.name()),
                words,
                new Letter.Links(answer, stop),
                tools.letters().neverLeave(wave)));
    }

    @Override
    public void addressRefused(OutboxMail mail) {
        tools.jdbi().onDemand(InvitationDao.class).markBounced(mail.invitation());
    }

    String answerLink(WaveId wave, UUID invitation, int generation) {
        return base + "/s/" + tools.keys().linkToken(wave.value(), invitation, generation);
    }

    /** Chosen when the mail is written: whoever began meanwhile reads that their answers are kept. */
    private static MessageKind kind(MailKind kind, InvitationRow row) {
        return switch (kind) {
            case INVITATION -> MessageKind.INVITATION;
            case REMINDER -> row.started() ? MessageKind.REMINDER_STARTED : MessageKind.REMINDER_OPEN;
            case THANKS -> MessageKind.THANKS;
            case FINDINGS -> MessageKind.FINDINGS;
        };
    }
}
