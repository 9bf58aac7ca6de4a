package parallax.mail;

import java.time.Instant;
import java.util.Map;

/**
 * A mail as it leaves, or as it is shown. toString tells nothing: it holds a personal link.
 *
 * @param headers those beyond From, To, Reply-To, Subject, Date and Message-ID
 * @param messageId with its angle brackets; the same on a second try
 */
public record WrittenMail(
        Mailbox from,
        Mailbox to,
        String subject,
        String text,
        String html,
        String messageId,
        Instant date,
        Map<String, String> headers) {

    public WrittenMail {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "WrittenMail";
    }
}
