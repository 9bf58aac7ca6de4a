package parallax.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * To whom a mail speaks. toString tells nothing.
 *
 * @param name as after "Hello"; null: nobody knows
 * @param timeZone an IANA name; null or unknown: UTC
 */
public record Recipient(
        Audience audience, @Nullable String name, @Nullable String timeZone) {

    /**
     * Made of what is known of a person: "Ms Okafor" as it stands; a bare "Ms" needs the name behind it.
     *
     * @param salutation may be null or blank
     */
    public static Recipient of(
            Audience audience, @Nullable String salutation, @Nullable String name, @Nullable String timeZone) {
        String greeted = Optional.ofNullable(salutation)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.contains(" ") || name == null ? text : text + " " + name)
                .orElse(name);
        return new Recipient(audience, greeted, timeZone);
    }

    @Override
    public String toString() {
        return "Recipient";
    }
}
