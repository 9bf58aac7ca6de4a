package parallax.message;

import java.util.EnumSet;
import java.util.List;
import parallax.study.Engagement;

/**
 * All texts as the API tells them.
 *
 * @param thanks whether those who answer get a thank-you
 */
record MessagesView(boolean thanks, List<One> messages) {

    MessagesView {
        messages = List.copyOf(messages);
    }

    static MessagesView of(Engagement engagement, MessageSet set) {
        return new MessagesView(
                set.thanks(),
                MessageSet.keys(engagement.languages(), EnumSet.allOf(Readers.class)).stream()
                        .map(key -> One.of(key, set))
                        .toList());
    }

    /**
     * A text.
     *
     * @param audience customer or team
     * @param suggested whether it is the suggested one
     */
    record One(String kind, String audience, String language, String subject, String body, boolean suggested) {

        static One of(MessageKey key, MessageSet set) {
            MessageText text = set.text(key);
            return new One(
                    key.kind().code(),
                    key.readers().code(),
                    key.language(),
                    text.subject(),
                    text.body(),
                    !set.isOwn(key));
        }
    }
}
