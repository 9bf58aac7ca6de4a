package parallax.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.study.AudienceFrame;
import parallax.study.QuestionnaireService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.table.ReceivedFile;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Import of answers gathered elsewhere: all of a file or nothing, in place of what was imported before. */
public final class ResponseImport {

    private final Jdbi count;
    private final ResponseStore store;
    private final Study study;
    private final AnswerCoding coding;
    private final Audit audit;
    private final CopiedAnswers copied;

    /** @param count the login that writes answers */
    ResponseImport(Jdbi count, ResponseStore store, Study study, AnswerCoding coding, Audit audit) {
        this.count = count;
        this.store = store;
        this.study = study;
        this.coding = coding;
        this.audit = audit;
        this.copied = new CopiedAnswers(study.waves(), study.questionnaires());
    }

    /** What the import needs to know of waves and their questionnaires. */
    record Study(WaveService waves, QuestionnaireService questionnaires) {}

    /**
     * What was imported.
     *
     * @param rows data rows of the file
     * @param respondents people who gave them
     * @param replaced people whose answers of an earlier import were replaced
     */
    public record Imported(int rows, int respondents, int replaced) {}

    /**
     * The wave, if answers may be imported into it.
     *
     * @throws RefusedException NOT_FOUND; CONFLICT with the reason
     */
    public Wave requireImportable(WaveId id) {
        Wave wave = study.waves().require(id);
        study.waves().requireImportable(wave);
        return wave;
    }

    /**
     * Imports a long CSV and closes the wave.
     *
     * @param progress told the row that is being read, now and then
     * @throws RefusedException NOT_FOUND; CONFLICT; INVALID with the problems of the rows; MALFORMED; TOO_LARGE
     */
    public Imported importAnswers(Caller caller, WaveId id, ReceivedFile file, IntConsumer progress) {
        Wave wave = requireImportable(id);
        Questionnaire questionnaire = wave.questionnaireVersion() == null
                ? study.questionnaires().current(wave.engagementId())
                : study.waves().questionnaire(wave);
        ImportedAnswers answers =
                file.read(table -> new AnswerReader(questionnaire, wave.audiences()).read(table, progress));
        List<Response> responses = coding.code(wave.engagementId(), answers);
        Imported imported = count.inTransaction(handle -> write(handle, id, answers, responses));
        audit.record(caller, "answers.import", id.toString());
        return imported;
    }

    private Imported write(Handle handle, WaveId id, ImportedAnswers answers, List<Response> responses) {
        Wave locked = study.waves().lockForUpdate(handle, id);
        study.waves().requireImportable(locked);
        if (locked.questionnaireVersion() != null) {
            requireSame(answers.questionnaire(), study.waves().questionnaire(locked));
        }
        int replaced = store.countPeople(handle, id);
        store.deleteAll(handle, id);
        store.insert(handle, id, responses);
        Map<Audience, AudienceFrame> frames = study.waves().frames(id);
        requireFit(locked, answers, frames);
        for (Audience audience : Audience.values()) {
            saveFrame(handle, id, audience, answers, frames.get(audience));
        }
        study.waves().closeImported(handle, id, answers.segments());
        if (locked.questionnaireVersion() == null) {
            // The freeze holds the engagement's row: what is current now stays so until the commit.
            requireSame(answers.questionnaire(), study.questionnaires().current(locked.engagementId()));
        }
        // Last, as it keeps the engagement from every other import until the commit.
        copied.refuse(handle, locked, AnswerSet.of(answers.questionnaire(), answers.segments(), responses));
        return new Imported(answers.rows(), answers.people(), replaced);
    }

    /** The frame may have been set before there were answers. */
    private static void requireFit(Wave wave, ImportedAnswers answers, Map<Audience, AudienceFrame> frames) {
        List<InputError> errors = new ArrayList<>();
        frames.forEach((audience, frame) -> {
            Integer most = frame.mostAnswers();
            int answered = answers.people(audience);
            if (!wave.audiences().contains(audience) && !frame.hasNoCounts()) {
                errors.add(error(
                        audience,
                        "the wave's frame counts this audience, which the wave does not ask; take it out of"
                                + " the frame (PUT /api/waves/{id}/frame)"));
            } else if (most != null && most < answered) {
                errors.add(error(
                        audience,
                        "the file has answers of %,d people, but by the wave's frame %,d at most can have answered (people, and I, P and R together); correct the file, or first the frame (PUT /api/waves/{id}/frame)"
                                .formatted(answered, most)));
            }
        });
        if (!errors.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID, "The file contradicts the wave's frame. Nothing was written.", errors);
        }
    }

    private static InputError error(Audience audience, String message) {
        return new InputError(null, null, null, "audience", audience.code(), message);
    }

    private void saveFrame(
            Handle handle, WaveId id, Audience audience, ImportedAnswers answers, @Nullable AudienceFrame before) {
        boolean answered = answers.audiences().contains(audience);
        if (before == null && !answered) {
            return;
        }
        AudienceFrame known = before == null ? AudienceFrame.unknown() : before;
        study.waves()
                .saveFrame(
                        handle,
                        id,
                        audience,
                        new AudienceFrame(
                                known.people(),
                                known.dispositions(),
                                answered ? answers.askedItems(audience) : null,
                                answered ? answers.askedMeasures(audience) : null));
    }

    /** The positions in the arrays are those of the questionnaire the file was read with; it may have been edited since. */
    private static void requireSame(Questionnaire read, Questionnaire frozen) {
        if (!frozen.equals(read)) {
            throw new RefusedException(
                    ProblemType.CONFLICT,
                    "The touchpoints were changed while the file was being read. Nothing was written; import again.");
        }
    }
}
