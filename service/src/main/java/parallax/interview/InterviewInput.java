package parallax.interview;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import parallax.web.NullsRefused;

/** A call as sent. */
@NullsRefused
@Schema(name = "Interview")
record InterviewInput(
        @Schema(description = "Id of the contact: a customer of this wave") @Nullable
        String contact,

        @Schema(allowableValues = {"completed", "appointment", "refused", "no_answer", "wrong_number"}) @Nullable
        String outcome,

        @Schema(
                type = "string",
                format = "date-time",
                description =
                        "When the call was; left out: now. Of an appointment a time to come is that of the appointment")
        @Nullable
        String at,

        @Schema(
                type = "string",
                format = "date-time",
                description = "When to call again, of an appointment; left out: no time was agreed")
        @Nullable
        String appointmentAt,

        @Schema(
                type = "object",
                description =
                        "Of a completed interview: key of a touchpoint to its ratings, whole numbers or \"na\" for"
                                + " \"did not encounter\"; of importance \"na\" counts as left open",
                example = "{\"demo\": {\"experience\": 4, \"importance\": 5}}")
        @Nullable
        JsonNode answers,

        @Schema(
                type = "object",
                description =
                        "Key of an item to its answer: a value, a list of values, or {\"values\": […], \"other\": \"…\"}")
        @Nullable
        JsonNode items,

        @Schema(
                type = "object",
                description = "Key of a touchpoint or an item to what was noted there, 1,000 characters at most")
        @Nullable
        JsonNode notes) {

    @Override
    public String toString() {
        return "InterviewInput";
    }
}
