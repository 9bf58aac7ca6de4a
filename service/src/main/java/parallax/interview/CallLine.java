package parallax.interview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to call.
 *
 * @param invitation of the wave
 * @param localTime what time it is there; null without a time zone
 * @param officeHours whether that is within Monday to Friday, nine to five; null without a time zone
 * @param attempts calls so far
 * @param lastOutcome null: never called
 * @param appointmentAt null: none, or none with a time
 */
@Schema(name = "Call")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallLine(
        UUID invitation,
        UUID contact,
        @Nullable String name,
        @Nullable String account,
        String phone,
        String language,
        @Nullable String timeZone,
        @Nullable String localTime,
        @Nullable Boolean officeHours,
        int attempts,
        @Nullable String lastOutcome,
        @Nullable Instant lastAt,
        @Nullable Instant appointmentAt) {

    @Override
    public String toString() {
        return "Call " + invitation;
    }
}
