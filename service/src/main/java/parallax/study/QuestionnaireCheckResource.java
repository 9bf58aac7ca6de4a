package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.ModelProblem;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.WordingGuard;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Whether a questionnaire can be asked, and what became of its items since the version before. */
@Path("/api/engagements/{id}/questionnaire/check")
@Produces(MediaType.APPLICATION_JSON)
public final class QuestionnaireCheckResource {

    private final EngagementService engagements;
    private final QuestionnaireService questionnaires;

    QuestionnaireCheckResource(EngagementService engagements, QuestionnaireService questionnaires) {
        this.engagements = engagements;
        this.questionnaires = questionnaires;
    }

    @Operation(summary = "What must be mended before a launch, and what changed since the last frozen version")
    @GET
    @Permit(Who.STAFF)
    public CheckView get(@PathParam("id") EngagementId id) {
        engagements.require(id);
        Questionnaire current = questionnaires.current(id);
        OptionalInt latest = questionnaires.latestVersion(id);
        List<ChangeView> changes = latest.isEmpty()
                ? List.of()
                : WordingGuard.compare(questionnaires.version(id, latest.getAsInt()), current).entrySet().stream()
                        .map(change -> new ChangeView(
                                change.getKey(), change.getValue().name().toLowerCase(Locale.ROOT)))
                        .toList();
        return new CheckView(
                questionnaires.problems(id).stream()
                        .map(problem -> ProblemView.of(current, problem))
                        .toList(),
                latest.isEmpty() ? null : latest.getAsInt(),
                changes);
    }

    /**
     * @param problems empty when it can be asked
     * @param comparedWith number of the last frozen version; absent before the first
     * @param changes of each touchpoint and item; trends exist only for those that are the same
     */
    record CheckView(List<ProblemView> problems, @Nullable Integer comparedWith, List<ChangeView> changes) {}

    /** What is to be mended. */
    record ProblemView(
            String pointer, @Nullable String key, @Nullable String language, String message) {

        static ProblemView of(Questionnaire questionnaire, ModelProblem problem) {
            return new ProblemView(
                    ModelPlace.pointer(questionnaire, problem), problem.key(), problem.language(), problem.message());
        }
    }

    /** @param change {@code same}, {@code reworded}, {@code rescaled} or {@code new} */
    record ChangeView(String key, String change) {}
}
