package parallax.interview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/** A customer's invitation as an interviewer needs it. toString tells the id only. */
public record CallRow(
        UUID invitationId,
        UUID contactId,
        Audience audience,
        String state,
        String language,
        int generation,
        @Nullable String name,
        @Nullable String salutation,
        @Nullable String account,
        @Nullable String phone,
        @Nullable String timeZone,
        boolean phoneWrong,
        int attempts,
        @Nullable String lastOutcome,
        @Nullable Instant calledAt,
        @Nullable Instant appointmentAt) {

    boolean isOpen() {
        return state.equals("open");
    }

    boolean isDone() {
        return state.equals("done");
    }

    @Override
    public String toString() {
        return "Call " + invitationId;
    }
}
