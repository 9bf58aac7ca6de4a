package parallax.message;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactService;
import parallax.contact.ContactService.Contact;
import parallax.mail.InvalidAddressException;
import parallax.mail.Letter;
import parallax.mail.MailFeature;
import parallax.mail.MailKind;
import parallax.mail.Mailbox;
import parallax.mail.OutboxMail;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.TryLimit;

/** Shows a mail as somebody will get it, and sends it to the one who looks. Its link leads to a form that stores nothing. */
final class PreviewService {

    private static final int MOST_OFFERED = 20;
    private static final int TESTS = 10;
    private static final String TYPED_LATER = "(typed when the letter is sent)";

    private final MessageService messages;
    private final Occasions occasions;
    private final MailComposer composer;
    private final ContactService contacts;
    private final MailFeature mail;
    private final Trials trials;
    private final String base;
    private final TryLimit limit;
    private final Supplier<UUID> ids;

    PreviewService(Ground ground, MailComposer composer, Trials trials, URI baseUrl, InstantSource clock) {
        this.messages = ground.messages();
        this.occasions = ground.occasions();
        this.composer = composer;
        this.contacts = ground.contacts();
        this.mail = ground.mail();
        this.trials = trials;
        this.base = baseUrl.toString().replaceFirst("/+$", "");
        this.limit = new TryLimit(TESTS, Duration.ofMinutes(10), clock);
        this.ids = UUID::randomUUID;
    }

    /** What it stands on. */
    record Ground(MessageService messages, Occasions occasions, ContactService contacts, MailFeature mail) {}

    /**
     * A mail as somebody will get it.
     *
     * @param contact null: the first who reads this language, else an example
     * @throws RefusedException NOT_FOUND for somebody this text is not for
     */
    Preview preview(Engagement engagement, MessageKey key, @Nullable UUID contact) {
        List<Contact> readers = readers(engagement, key);
        Optional<Contact> reader = contact == null
                ? readers.stream().findFirst()
                : Optional.of(readers.stream()
                        .filter(one -> one.id().equals(contact))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(
                                ProblemType.NOT_FOUND,
                                "This text is not for that contact, or mails to them stopped.")));
        Recipient recipient = reader.map(
                        one -> Recipient.of(one.audience(), one.salutation(), one.name(), one.timeZone()))
                .orElse(Example.recipient(key.readers()));
        String trial = trialLink(engagement, key, recipient.audience());
        return new Preview(
                words(engagement, key, recipient, trial),
                composer.from(),
                trial,
                reader.map(Contact::id).orElse(null),
                readers.stream().limit(MOST_OFFERED).toList());
    }

    /**
     * Sends a mail to the one who asks, as somebody else will get it.
     *
     * @return false when the mail server did not take it
     * @throws RefusedException CONFLICT where no mail leaves the house; TOO_MANY_REQUESTS
     */
    boolean sendTest(Caller caller, Engagement engagement, MessageKey key, @Nullable UUID contact) {
        if (!key.kind().isSentByUs()) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "The account owner sends this text. Copy it from the preview.");
        }
        if (!mail.leavesTheHouse() || engagement.sample()) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "No mail leaves the house here. Look at the preview instead.");
        }
        Preview preview = preview(engagement, key, contact);
        limit.take(caller.id().toString(), "That were many tests. Wait some minutes.");
        try {
            Mailbox to = Mailbox.of(caller.email(), caller.name());
            Letter letter = new Letter(
                    new Letter.Addressee(to.address(), to.name()),
                    preview.words(),
                    new Letter.Links(preview.trial(), preview.trial() + "/stop"),
                    false);
            UUID id = ids.get();
            return mail.sendNow(new OutboxMail(id, id, new WaveId(id), MailKind.INVITATION, 0), letter);
        } catch (InvalidAddressException e) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "Your own address cannot be written to. Correct it on your account page.");
        }
    }

    private Letter.Words words(Engagement engagement, MessageKey key, Recipient recipient, String trial) {
        MessageText text = messages.current(engagement.id()).text(key);
        boolean findings = key.kind() == MessageKind.FINDINGS;
        return composer.compose(
                text,
                key.language(),
                occasions.of(engagement),
                recipient,
                new Particulars(trial, trial + "/stop", findings ? TYPED_LATER : null, findings ? TYPED_LATER : null));
    }

    private String trialLink(Engagement engagement, MessageKey key, Audience audience) {
        return base + "/t/" + trials.token(new Trials.Trial(engagement.id(), audience, key.language()));
    }

    private List<Contact> readers(Engagement engagement, MessageKey key) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) {
            if (Readers.of(audience) == key.readers()) {
                audiences.add(audience);
            }
        }
        return contacts.listInvitable(engagement.id(), audiences).stream()
                .filter(contact -> contact.email() != null)
                .filter(contact ->
                        WaveLetters.language(engagement, contact.language()).equals(key.language()))
                .toList();
    }

    /**
     * A mail to look at. toString tells nothing.
     *
     * @param trial address of the form to try out
     * @param contact whom it is shown as; null: an example
     * @param offered others it can be shown as
     */
    record Preview(
            Letter.Words words,
            Mailbox from,
            String trial,
            @Nullable UUID contact,
            List<Contact> offered) {

        /** Bytes as it travels, about. */
        int bytes() {
            return MessageCheck.travelling(words.text()) + MessageCheck.travelling(words.html());
        }

        @Override
        public String toString() {
            return "Preview";
        }
    }
}
