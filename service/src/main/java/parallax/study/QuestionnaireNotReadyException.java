package parallax.study;

import java.util.List;
import parallax.questionnaire.ModelProblem;
import parallax.questionnaire.Questionnaire;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A questionnaire that cannot be asked as it stands; names everything that is to be mended. */
public final class QuestionnaireNotReadyException extends RefusedException {

    QuestionnaireNotReadyException(Questionnaire questionnaire, List<ModelProblem> problems) {
        super(
                ProblemType.CONFLICT,
                "The questionnaire cannot be asked as it stands: %s to be mended."
                        .formatted(Words.count(problems.size(), "thing is", "things are")),
                problems.stream()
                        .map(problem -> InputError.field(
                                ModelPlace.pointer(questionnaire, problem), null, ModelPlace.sentence(problem)))
                        .toList());
    }
}
