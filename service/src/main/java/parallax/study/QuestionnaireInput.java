package parallax.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.questionnaire.Questionnaire;

/**
 * The model as sent: touchpoints; languages, scale, pages of items and own texts where they are to change (what is left out
 * stays). Audiences and scale words follow from these; they may be sent as GET gives them, or left out.
 */
public record QuestionnaireInput(
        @Nullable List<@Nullable String> languages,
        @Nullable Integer scalePoints,
        @Nullable List<@Nullable TouchpointJson> touchpoints,
        @Nullable List<@Nullable ItemPageJson> pages,
        @Nullable Map<String, @Nullable Map<String, @Nullable String>> texts,
        @Schema(type = "array") @Nullable JsonNode audiences,
        @Schema(type = "object") @Nullable JsonNode scale) {

    EngagementInput settings() {
        return new EngagementInput(null, null, languages, scalePoints, null, null, null, null, null);
    }

    /** The parts that follow must be what follows. */
    void checkDerived(Questionnaire questionnaire, InputCheck check) {
        QuestionnaireView view = QuestionnaireView.of(questionnaire, null);
        derived("/audiences", audiences, view.audiences(), check);
        derived("/scale", scale, view.scale(), check);
    }

    private static void derived(String pointer, @Nullable JsonNode sent, Object follows, InputCheck check) {
        if (sent != null && !sent.equals(StoredJson.tree(follows))) {
            check.error(
                    pointer,
                    sent.toString(),
                    "This follows from languages and scale_points, and is not what follows. Leave it out.");
        }
    }
}
