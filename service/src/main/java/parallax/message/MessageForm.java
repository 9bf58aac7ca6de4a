package parallax.message;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.RefusedException;

/**
 * A text as typed, beside what it was when its form was made.
 *
 * @param opened null: the form did not say
 */
record MessageForm(MessageText text, @Nullable MessageText opened) {

    static MessageForm of(MultivaluedMap<String, String> form) {
        String subject = form.getFirst("was-subject");
        String body = form.getFirst("was-body");
        return new MessageForm(
                MessageText.typed(
                        MessageInput.text(form.getFirst("subject")), MessageInput.text(form.getFirst("body"))),
                subject == null || body == null ? null : MessageText.typed(subject, body));
    }

    /** What the form shows after a refusal: what was typed, the reasons, and what somebody else wrote meanwhile. */
    MessagePage.Content refused(RefusedException refused, boolean own) {
        if (refused instanceof ChangedMeanwhileException changed) {
            return new MessagePage.Content(text, changed.theirs(), changed.theirs(), own, List.of());
        }
        return new MessagePage.Content(text, opened == null ? text : opened, null, own, refused.errors());
    }
}
