package parallax.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Questionnaire;

/**
 * The model as sent: touchpoints, and languages and scale where they are to change. The other parts follow from these; they
 * may be sent as GET gives them, or left out.
 */
record QuestionnaireInput(
        @Nullable List<@Nullable String> languages,
        @Nullable Integer scalePoints,
        @Nullable List<@Nullable TouchpointJson> touchpoints,
        @Schema(type = "array") @Nullable JsonNode audiences,
        @Schema(type = "object") @Nullable JsonNode scale,
        @Schema(type = "array") @Nullable JsonNode items,
        @Schema(type = "array") @Nullable JsonNode pages,
        @Schema(type = "array") @Nullable JsonNode logic) {

    EngagementInput settings() {
        return new EngagementInput(null, null, languages, scalePoints, null, null, null, null, null);
    }

    /** The parts that follow must be what follows. */
    void checkDerived(Questionnaire questionnaire, InputCheck check) {
        QuestionnaireView view = QuestionnaireView.of(questionnaire, null);
        derived("/audiences", audiences, view.audiences(), check);
        derived("/scale", scale, view.scale(), check);
        derived("/items", items, view.items(), check);
        derived("/pages", pages, view.pages(), check);
        derived("/logic", logic, view.logic(), check);
    }

    private static void derived(String pointer, @Nullable JsonNode sent, Object follows, InputCheck check) {
        if (sent != null && !sent.equals(StoredJson.tree(follows))) {
            check.error(
                    pointer,
                    sent.toString(),
                    "This follows from touchpoints, languages and scale_points, and is not what follows. Leave it out.");
        }
    }
}
