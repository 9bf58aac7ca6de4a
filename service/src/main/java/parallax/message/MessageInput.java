package parallax.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.InvalidInputException;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Texts as the API takes them. */
record MessageInput(@Nullable Boolean thanks, @Nullable List<@Nullable One> messages) {

    /** A text; everything is needed. */
    record One(
            @Nullable String kind,
            @Nullable String audience,
            @Nullable String language,
            @Nullable String subject,
            @Nullable String body) {}

    /** @throws InvalidInputException naming every text that cannot be placed */
    List<Map.Entry<MessageKey, MessageText>> read(Engagement engagement) {
        List<InputError> errors = new ArrayList<>();
        List<Map.Entry<MessageKey, MessageText>> texts = new ArrayList<>();
        List<@Nullable One> sent = messages == null ? List.of() : messages;
        if (messages == null) {
            errors.add(InputError.field(
                    "/messages", null, "Send the texts as a list; an empty one puts the suggested texts back."));
        }
        for (int i = 0; i < sent.size(); i++) {
            String pointer = "/messages/" + i;
            One one = sent.get(i);
            if (one == null) {
                errors.add(InputError.field(pointer, null, "Send kind, audience, language, subject and body."));
                continue;
            }
            place(engagement, one, pointer, errors).ifPresent(key -> {
                if (texts.stream().anyMatch(text -> text.getKey().equals(key))) {
                    errors.add(InputError.field(pointer, null, "This text stands in the list already. Send it once."));
                }
                texts.add(Map.entry(key, MessageText.typed(text(one.subject()), text(one.body()))));
            });
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return texts;
    }

    private static Optional<MessageKey> place(Engagement engagement, One one, String pointer, List<InputError> errors) {
        Optional<MessageKind> kind = MessageKind.find(text(one.kind()));
        Optional<Readers> readers = Readers.find(text(one.audience()));
        boolean spoken = engagement.languages().contains(text(one.language()));
        if (kind.isEmpty()) {
            errors.add(InputError.field(
                    pointer + "/kind",
                    one.kind(),
                    "Use heads_up, invitation, reminder_open, reminder_started, thanks or findings."));
        }
        if (readers.isEmpty()) {
            errors.add(InputError.field(pointer + "/audience", one.audience(), "Use customer or team."));
        }
        if (!spoken) {
            errors.add(InputError.field(
                    pointer + "/language",
                    one.language(),
                    "Use a language of the engagement: %s.".formatted(String.join(", ", engagement.languages()))));
        }
        return kind.isPresent() && readers.isPresent() && spoken
                ? Optional.of(new MessageKey(kind.get(), readers.get(), text(one.language())))
                : Optional.empty();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * A text by its names.
     *
     * @throws RefusedException NOT_FOUND when the engagement has no such text
     */
    static MessageKey key(
            Engagement engagement, @Nullable String kind, @Nullable String audience, @Nullable String language) {
        String spoken = text(language).isEmpty() ? engagement.languages().get(0) : text(language);
        return place(engagement, new One(kind, audience, spoken, "", ""), "", new ArrayList<>())
                .orElseThrow(
                        () -> new RefusedException(
                                ProblemType.NOT_FOUND,
                                "There is no such text. Give kind, audience (customer or team) and a language of the engagement."));
    }
}
