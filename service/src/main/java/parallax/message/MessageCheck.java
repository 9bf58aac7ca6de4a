package parallax.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.mail.Letter;
import parallax.web.InputError;

/** Whether a text can be sent as it stands; each fault says what to do. */
final class MessageCheck {

    /** A whole mail with both parts, as it travels; more is cut or warned of by some readers. */
    static final int MOST_BYTES = 20_000;

    private static final int HEADERS = 1_500;
    private static final int LONGEST_SUBJECT = 78;
    private static final int LONGEST_BODY = 6_000;
    private static final int LONGEST_WORDS = 2_000;
    private static final MessageKey OF_FINDINGS = new MessageKey(MessageKind.FINDINGS, Readers.CUSTOMER, "en");
    private static final Pattern BRACES = Pattern.compile("\\$?\\{[^{}]*}");
    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\\n]]");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z!#@][^>\\n]{0,80}>?");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?:|ftp:|data:|cid:|www\\.)\\S*");

    private final MessageKey key;
    private final List<InputError> errors = new ArrayList<>();
    private final String pointer;

    private MessageCheck(MessageKey key, String pointer) {
        this.key = key;
        this.pointer = pointer;
    }

    /**
     * What is wrong with a text; empty when nothing is.
     *
     * @param pointer before {@code subject} and {@code body}, such as {@code /messages/3/}
     */
    static List<InputError> of(
            MessageKey key, MessageText text, String pointer, Occasion occasion, MailComposer composer) {
        MessageCheck check = new MessageCheck(key, pointer);
        check.subject(text.subject());
        check.body(text.body());
        if (check.errors.isEmpty()) {
            check.filled(text, occasion, composer);
        }
        return List.copyOf(check.errors);
    }

    /** What is wrong with words that a letter is filled with: plain paragraphs without placeholders. */
    static List<InputError> ofWords(String field, String words, String missing) {
        MessageCheck check = new MessageCheck(OF_FINDINGS, "");
        if (words.isBlank()) {
            check.wrong(field, null, missing);
        } else if (words.length() > LONGEST_WORDS) {
            check.wrong(
                    field,
                    null,
                    "Shorten this to %,d characters; it has %,d.".formatted(LONGEST_WORDS, words.length()));
        } else if (NO_TEXT.matcher(words).find()) {
            check.wrong(field, null, "Remove the tab or control character; it cannot be printed in a mail.");
        } else {
            check.plain(field, words);
            places(words)
                    .keySet()
                    .forEach(place ->
                            check.wrong(field, place, "%s is not filled in here. Remove it.".formatted(place)));
        }
        return List.copyOf(check.errors);
    }

    private void subject(String subject) {
        if (subject.isEmpty()) {
            wrong("subject", subject, "Write a subject. Short ones are read: fifty characters or fewer.");
        } else if (NO_LINE.matcher(subject).find()) {
            wrong("subject", subject, "Write the subject in one line, without tabs or control characters.");
        } else {
            plain("subject", subject);
            places(subject).keySet().stream()
                    .filter(place -> !place.equals(Placeholder.CLIENT.typed()))
                    .forEach(place -> wrong(
                            "subject",
                            place,
                            "A subject fills in {client} only. Remove %s: names and links do not belong there."
                                    .formatted(place)));
        }
    }

    private void body(String body) {
        if (body.isEmpty()) {
            wrong("body", body, "Write the mail, or take the suggested text.");
            return;
        }
        if (body.length() > LONGEST_BODY) {
            wrong("body", null, "Shorten this to %,d characters; it has %,d.".formatted(LONGEST_BODY, body.length()));
            return;
        }
        if (NO_TEXT.matcher(body).find()) {
            wrong("body", null, "Remove the tab or control character; it cannot be printed in a mail.");
        }
        plain("body", body);
        Map<String, Integer> places = places(body);
        places.forEach((place, times) -> place(place, times));
        for (Placeholder needed : Placeholder.values()) {
            if (key.kind().required().contains(needed) && !places.containsKey(needed.typed())) {
                wrong("body", null, "Put %s in: %s".formatted(needed.typed(), why(needed)));
            }
        }
        standAlone(body);
    }

    /** Mails are plain text of ours: whatever would load something from elsewhere, or lead there, is refused. */
    private void plain(String field, String text) {
        Matcher markup = MARKUP.matcher(text);
        if (markup.find()) {
            wrong(
                    field,
                    markup.group(),
                    "Remove “%s”: mails are plain text, and nothing in them is loaded from elsewhere: no pictures, no tracking."
                            .formatted(markup.group()));
        }
        Matcher address = ADDRESS.matcher(text);
        if (address.find()) {
            wrong(
                    field,
                    address.group(),
                    "Remove “%s”: a mail has one link, the reader’s own, so that people know which to trust."
                            .formatted(address.group()));
        }
        String rest = BRACES.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            wrong(field, null, "A brace stands alone. Write placeholders as {client}, with both braces.");
        }
    }

    private void place(String place, int times) {
        Placeholder known = place.startsWith("$")
                ? null
                : Placeholder.find(place.substring(1, place.length() - 1)).orElse(null);
        if (known == null) {
            wrong("body", place, "There is no %s. Use one of %s, or write the words.".formatted(place, offered()));
        } else if (!key.kind().placeholders().contains(known)) {
            wrong("body", place, "%s is not filled in here. Remove it.".formatted(place));
        } else if (known == Placeholder.TEAM && key.readers() == Readers.CUSTOMER) {
            wrong("body", place, "Customers are in no team: remove {team}.");
        } else if (known.standsAlone() && times > 1) {
            wrong("body", place, "%s stands here %d times. Keep one.".formatted(place, times));
        }
    }

    private void standAlone(String body) {
        for (String paragraph : body.split("\n\n", -1)) {
            for (Placeholder placeholder : key.kind().placeholders()) {
                if (placeholder.standsAlone()
                        && paragraph.contains(placeholder.typed())
                        && !paragraph.strip().equals(placeholder.typed())) {
                    wrong(
                            "body",
                            placeholder.typed(),
                            "Put %s in a paragraph of its own, with an empty line before and after."
                                    .formatted(placeholder.typed()));
                }
            }
        }
    }

    /** Of a mail as one will get it. */
    private void filled(MessageText text, Occasion occasion, MailComposer composer) {
        Letter.Words mail =
                composer.compose(text, key.language(), occasion, Example.recipient(key.readers()), Example.OF_ALL);
        String client = occasion.engagement().client();
        int subject = text.subject().replace("{client}", client).length();
        if (subject > LONGEST_SUBJECT) {
            wrong(
                    "subject",
                    text.subject(),
                    "With the client’s name this subject has %d characters; %d fit. Shorten it."
                            .formatted(subject, LONGEST_SUBJECT));
        }
        int bytes = HEADERS + travelling(mail.text()) + travelling(mail.html());
        if (bytes > MOST_BYTES) {
            wrong(
                    "body",
                    null,
                    "This mail would weigh %,d bytes; %,d at most. Shorten it by about %d%%."
                            .formatted(bytes, MOST_BYTES, 1 + 100 * (bytes - MOST_BYTES) / bytes));
        }
    }

    /** Bytes of a part in quoted-printable. */
    static int travelling(String part) {
        int bytes = 0;
        for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
            bytes += one == '\n' ? 2 : one == '=' || one < ' ' ? 3 : 1;
        }
        return bytes + 3 * (bytes / 75);
    }

    /** What stands in braces, braces included, and how often. */
    private static Map<String, Integer> places(String text) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            places.merge(braces.group(), 1, Integer::sum);
        }
        return places;
    }

    private String offered() {
        return key.kind().placeholders().stream().map(Placeholder::typed).collect(Collectors.joining(", "));
    }

    private static String why(Placeholder needed) {
        return switch (needed) {
            case LINK -> "without it nobody can answer.";
            case PROMISE -> "it says who sees the answers, and people decide by it.";
            case STOP -> "everybody must be able to stop all mails.";
            case FINDINGS, DECISION -> "it is what the letter is for.";
            case SENDER_ADDRESS -> "by it people know that our mail is no fraud.";
            case GREETING, CLIENT, TEAM, MINUTES, DEADLINE, SENDER -> "the mail needs it.";
        };
    }

    private void wrong(String field, @Nullable String value, String message) {
        errors.add(InputError.field(pointer + field, value, message));
    }
}
