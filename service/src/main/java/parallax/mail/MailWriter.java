package parallax.mail;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import parallax.keys.KeyFiles;

/** Makes the mail of a letter: its words, headers, addresses. */
final class MailWriter {

    private final Mailbox from;
    private final KeyFiles keys;
    private final InstantSource clock;

    MailWriter(Mailbox from, KeyFiles keys, InstantSource clock) {
        this.from = from;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws InvalidAddressException when the letter's address is not exactly one address */
    WrittenMail write(OutboxMail mail, Letter letter) {
        Mailbox to = Mailbox.of(letter.to().address(), letter.to().name());
        return new WrittenMail(
                from,
                to,
                letter.words().subject(),
                letter.words().text(),
                letter.words().html(),
                messageId(mail.id()),
                clock.instant(),
                headers(letter));
    }

    private String messageId(UUID outboxId) {
        return "<" + keys.messageId(outboxId) + "@" + from.domain() + ">";
    }

    private static Map<String, String> headers(Letter letter) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        if (letter.links().stop() != null) {
            headers.put("List-Unsubscribe", "<" + letter.links().stop() + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }
}
