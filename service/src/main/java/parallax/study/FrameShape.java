package parallax.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the API's description tells the shape of a frame; {@link FrameInput} reads it. */
@Schema(
        name = "Frame",
        description = "What is known of each audience of the wave; audiences of which nothing is known are absent")
record FrameShape(
        @Nullable Counts customer,
        @Nullable Counts sales,
        @Nullable Counts marketing) {

    /** AAPOR dispositions: how many people ended where. */
    @Schema(name = "FrameCounts")
    record Counts(
            @Schema(description = "Size of the team, or customers invited; at least as many as answered", minimum = "1")
            @Nullable
            Integer people,

            @JsonProperty("I") @Schema(description = "Complete", minimum = "0") @Nullable
            Integer complete,

            @JsonProperty("P") @Schema(description = "Partial", minimum = "0") @Nullable
            Integer partial,

            @JsonProperty("R") @Schema(description = "Refused, break-offs included", minimum = "0") @Nullable
            Integer refused,

            @JsonProperty("BREAKOFF") @Schema(description = "Of R, those who began and left", minimum = "0") @Nullable
            Integer brokeOff,

            @JsonProperty("NC") @Schema(description = "No reaction", minimum = "0") @Nullable
            Integer noReaction,

            @JsonProperty("O") @Schema(description = "Other", minimum = "0") @Nullable
            Integer other,

            @JsonProperty("U")
            @Schema(description = "Unknown whether eligible; or by its parts UH and UO", minimum = "0")
            @Nullable
            Integer unknown,

            @JsonProperty("UH") @Schema(description = "Unknown whether there is such a person", minimum = "0") @Nullable
            Integer unknownPerson,

            @JsonProperty("UO") @Schema(description = "Unknown for other reasons", minimum = "0") @Nullable
            Integer unknownOther,

            @JsonProperty("NE") @Schema(description = "Not eligible", minimum = "0") @Nullable
            Integer notEligible,

            @Schema(
                    description =
                            "Of customers only: by segment variable and value, the share in (0, 1] known of all customers;"
                                    + " of a variable they add up to 1",
                    example = "{\"region\": {\"North\": 0.4, \"South\": 0.6}}")
            @Nullable
            Map<String, Map<String, Double>> margins) {}
}
