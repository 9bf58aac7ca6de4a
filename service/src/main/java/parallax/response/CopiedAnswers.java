package parallax.response;

import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.QuestionnaireService;
import parallax.study.Wave;
import parallax.study.WaveService;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * Refuses the answers of one wave in another. Figures of two waves that hold the same answers but for a few, subtracted, tell
 * what those few answered, and which of several such waves may be subtracted from which nobody can oversee: so the same
 * answers stand in another wave as a whole, or not at all. People who are asked again give new answers, and are no copy.
 */
final class CopiedAnswers {

    /** Of the smaller of two sets. People asked again repeat whole sheets of answers far less often. */
    private static final double COPIED = 0.75;

    private final WaveService waves;
    private final QuestionnaireService questionnaires;

    CopiedAnswers(WaveService waves, QuestionnaireService questionnaires) {
        this.waves = waves;
        this.questionnaires = questionnaires;
    }

    /**
     * Holds the imported answers of a wave against every other wave of its engagement; until the transaction ends no other
     * answers can be imported into the engagement.
     *
     * @throws RefusedException CONFLICT naming each wave and audience whose answers were copied
     */
    void refuse(Handle handle, Wave wave, AnswerSet imported) {
        Engagement engagement = questionnaires.hold(handle, wave.engagementId());
        ResponseDao dao = handle.attach(ResponseDao.class);
        for (Wave other : waves.list(wave.engagementId())) {
            if (!other.id().equals(wave.id()) && other.state().hasFigures()) {
                AnswerSet answers = new AnswerSet(
                        waves.questionnaire(other),
                        waves.segments(other.id()),
                        (audience, reader) -> dao.streamOf(other.id().value(), audience.code(), reader));
                List<InputError> copies = copies(engagement, other, imported, answers);
                if (!copies.isEmpty()) {
                    throw refused(other, copies);
                }
            }
        }
    }

    private List<InputError> copies(Engagement engagement, Wave other, AnswerSet imported, AnswerSet answers) {
        return Arrays.stream(Audience.values())
                .filter(audience -> isCopy(engagement, audience, AnswerComparison.of(audience, imported, answers)))
                .map(audience -> error(audience, other))
                .toList();
    }

    private static boolean isCopy(Engagement engagement, Audience audience, AnswerComparison comparison) {
        int minimum = audience.isTeam() ? engagement.minimumTeam() : engagement.minimumGroup();
        return comparison.people() >= minimum
                && comparison.repeated() >= COPIED * comparison.smaller()
                && !comparison.isSame();
    }

    private InputError error(Audience audience, Wave other) {
        String remedy = waves.isReleased(other.id())
                ? "Figures of “%s” were released, so its answers stay as they are: leave them out, and import new answers only."
                : "Import the file into “%s” in place of its answers, or leave those out here.";
        return new InputError(
                null,
                null,
                null,
                "audience",
                audience.code(),
                ("These are the answers of wave “%s” again, not quite the same people, answers or segments. " + remedy)
                        .formatted(other.name(), other.name()));
    }

    private static RefusedException refused(Wave other, List<InputError> copies) {
        return new RefusedException(
                ProblemType.CONFLICT,
                ("The file holds answers of wave “%s” again, with a few left out, added or changed. Figures of the two waves,"
                                + " subtracted, would tell what those few people answered. Nothing was written. Asking the"
                                + " same people anew is fine: their new answers make a wave of their own.")
                        .formatted(other.name()),
                copies);
    }
}
