package parallax.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.mail.Mailbox;
import parallax.questionnaire.Audience;

/** What placeholders become in one mail. Values are taken as they are, never filled again. */
final class Filling {

    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)}");
    private static final int LONGEST_NAME = 100;

    private final Occasion occasion;
    private final Recipient recipient;
    private final String language;
    private final Map<String, String> phrases;
    private final Mailbox from;

    Filling(Occasion occasion, Recipient recipient, String language, Mailbox from) {
        this.occasion = occasion;
        this.recipient = recipient;
        this.language = language;
        this.phrases = SuggestedTexts.phrases(language);
        this.from = from;
    }

    /** A line with its placeholders filled; those that stand alone are left as they are. */
    String line(String text) {
        return fill(
                text,
                code -> Placeholder.find(code)
                        .filter(one -> !one.standsAlone())
                        .map(this::value)
                        .orElse(null));
    }

    /** Of a button or link: its words. */
    String phrase(String key) {
        return String.valueOf(phrases.get(key));
    }

    private String value(Placeholder placeholder) {
        Audience audience = recipient.audience();
        return switch (placeholder) {
            case GREETING -> greeting();
            case CLIENT -> client();
            case TEAM -> audience.isTeam() ? phrase("team." + audience.code()) : "";
            case MINUTES -> Integer.toString(occasion.minutes().getOrDefault(audience, 0));
            case DEADLINE -> deadline();
            case PROMISE -> promise();
            case SENDER -> from.name().isEmpty() ? from.address() : from.name();
            case SENDER_ADDRESS -> from.address();
            case LINK, STOP, FINDINGS, DECISION -> placeholder.typed();
        };
    }

    private String client() {
        return Mailbox.oneLine(occasion.engagement().client(), LONGEST_NAME);
    }

    private String greeting() {
        String name = recipient.name() == null ? "" : Mailbox.oneLine(recipient.name(), LONGEST_NAME);
        return name.isEmpty() ? phrase("greeting.plain") : fill(phrase("greeting.named"), Map.of("name", name)::get);
    }

    private String deadline() {
        Instant closesAt = occasion.closesAt();
        if (closesAt == null) {
            return "";
        }
        // A wave that closes at midnight is open until the day before.
        String day = DateTimeFormatter.ofPattern(phrase("day"), locale())
                .withZone(zone(recipient.timeZone()))
                .format(closesAt.minusSeconds(1));
        return fill(phrase("deadline"), Map.of("day", day)::get);
    }

    private String promise() {
        Audience audience = recipient.audience();
        Integer people = occasion.people().get(audience);
        String key = audience.isTeam() ? people == null ? "promise.team.unknown" : "promise.team" : "promise.customer";
        return fill(
                phrase(key),
                Map.of(
                        "client", client(),
                        "people", String.valueOf(people),
                        "answers", Integer.toString(occasion.fewestAnswers(audience)),
                        "accounts", Integer.toString(occasion.engagement().minimumAccounts()),
                        "deletion", deletion())::get);
    }

    private String deletion() {
        Instant at = occasion.deletionAt();
        if (at == null) {
            return fill(phrase("deletion.days"), Map.of("days", Integer.toString(occasion.keptDays()))::get);
        }
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
        return fill(phrase("deletion.date"), Map.of("date", date)::get);
    }

    private Locale locale() {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }

    private static ZoneId zone(@Nullable String timeZone) {
        try {
            return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String fill(String text, Values values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.of(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : value);
        });
    }

    private interface Values {

        @Nullable
        String of(String code);
    }
}
