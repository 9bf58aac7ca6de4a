package parallax.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.ModelCheck;
import parallax.questionnaire.ModelProblem;

/**
 * What of a file is taken.
 *
 * @param touchpoints taken of the file; 0 when those of the engagement stay
 * @param items taken of the file
 * @param languages of the questionnaire
 * @param written whether it was saved
 * @param notCarried what of the file is not held, or otherwise
 * @param remarks how the rest was taken
 * @param toDo what must be mended before a launch
 */
record InstrumentReport(
        int touchpoints,
        int items,
        List<String> languages,
        int scalePoints,
        boolean written,
        List<NotCarried> notCarried,
        List<String> remarks,
        List<ToDo> toDo) {

    static InstrumentReport of(Reading reading, boolean written) {
        return new InstrumentReport(
                reading.touchpointsTaken(),
                reading.questionnaire().items().size(),
                reading.questionnaire().languages(),
                reading.questionnaire().scalePoints(),
                written,
                reading.notCarried(),
                reading.remarks(),
                ModelCheck.problems(reading.questionnaire()).stream()
                        .map(ToDo::of)
                        .toList());
    }

    /**
     * Something that keeps a launch.
     *
     * @param key of the touchpoint, page or item; absent when it is about the whole
     * @param language absent when it is about all
     */
    record ToDo(@Nullable String key, @Nullable String language, String message) {

        static ToDo of(ModelProblem problem) {
            return new ToDo(problem.key(), problem.language(), problem.message());
        }
    }
}
