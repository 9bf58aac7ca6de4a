package parallax.study;

import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ModelProblem;
import parallax.questionnaire.Questionnaire;

/** Where in a questionnaire something is, as its JSON tells it. */
final class ModelPlace {

    private ModelPlace() {}

    /** Pointer of the touchpoint, page or item that a problem is about; empty for the whole. */
    static String pointer(Questionnaire questionnaire, ModelProblem problem) {
        String key = problem.key();
        if (key == null) {
            return "";
        }
        int touchpoint = questionnaire.positionOf(key);
        if (touchpoint >= 0) {
            return "/touchpoints/" + touchpoint;
        }
        for (int i = 0; i < questionnaire.pages().size(); i++) {
            ItemPage page = questionnaire.pages().get(i);
            if (page.key().equals(key)) {
                return "/pages/" + i;
            }
            for (int j = 0; j < page.items().size(); j++) {
                if (page.items().get(j).key().equals(key)) {
                    return "/pages/" + i + "/items/" + j;
                }
            }
        }
        return "";
    }

    /** The message with the key and the language it is about. */
    static String sentence(ModelProblem problem) {
        String about = problem.key() == null ? "" : problem.key();
        String language = problem.language() == null ? "" : " (" + problem.language() + ")";
        return about.isEmpty() ? problem.message() : about + language + ": " + problem.message();
    }
}
