package parallax.mail;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import parallax.keys.KeyFiles;
import parallax.web.Templates;

/** Makes the mail of a letter: words from the templates, headers, addresses. */
final class MailWriter {

    private static final int LONGEST_SUBJECT = 50;

    private final Mailbox from;
    private final KeyFiles keys;
    private final InstantSource clock;
    private final Templates templates = new Templates();

    MailWriter(Mailbox from, KeyFiles keys, InstantSource clock) {
        this.from = from;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws InvalidAddressException when the letter's address is not exactly one address */
    WrittenMail write(OutboxMail mail, Letter letter) {
        Mailbox to = Mailbox.of(letter.to().address(), letter.to().name());
        Map<String, Object> model = model(mail.kind(), letter);
        return new WrittenMail(
                from,
                to,
                subject(mail.kind(), letter),
                templates.render("/templates/mail/letter.ftl", model),
                templates.render("/templates/mail/letter.ftlh", model),
                messageId(mail.id()),
                clock.instant(),
                headers(letter));
    }

    private Map<String, Object> model(MailKind kind, Letter letter) {
        Letter.Occasion occasion = letter.occasion();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("reminder", kind == MailKind.REMINDER);
        String greeting = letter.to().greeting();
        model.put("name", greeting == null ? "" : Mailbox.oneLine(greeting, 100));
        model.put("client", client(letter));
        model.put("minutes", occasion.minutes());
        model.put("promise", occasion.promise());
        model.put("answer", letter.links().answer());
        model.put("stop", letter.links().stop());
        model.put("sender", from.name());
        if (occasion.until() != null) {
            model.put("until", occasion.until());
        }
        if (occasion.team() != null) {
            model.put("team", occasion.team());
        }
        return model;
    }

    private static String client(Letter letter) {
        return Mailbox.oneLine(letter.occasion().client(), 100);
    }

    private static String subject(MailKind kind, Letter letter) {
        String thread = kind == MailKind.REMINDER ? "Re: " : "";
        String subject = thread + "Your view of working with " + client(letter);
        return subject.length() <= LONGEST_SUBJECT
                ? subject
                : Mailbox.oneLine(thread + "Your view of " + client(letter), LONGEST_SUBJECT);
    }

    private String messageId(UUID outboxId) {
        return "<" + keys.messageId(outboxId) + "@" + from.domain() + ">";
    }

    private static Map<String, String> headers(Letter letter) {
        return Map.of(
                "List-Unsubscribe", "<" + letter.links().stop() + ">",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                "Auto-Submitted", "auto-generated",
                "X-Auto-Response-Suppress", "All");
    }
}
