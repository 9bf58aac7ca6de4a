package parallax.answering;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days as one reads them. */
final class Days {

    private Days() {}

    /** Such as {@code 12 December 2026}. */
    static String write(Instant instant, String language) {
        Locale locale = language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
