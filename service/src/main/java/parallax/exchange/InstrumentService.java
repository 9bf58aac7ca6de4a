package parallax.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;
import parallax.study.EngagementId;
import parallax.study.QuestionnaireInput;
import parallax.study.QuestionnaireView;
import parallax.study.StudyFeature;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Takes a questionnaire from a file, whole or not at all, and gives it out. */
final class InstrumentService {

    /** Largest file, in bytes. */
    static final long MOST_BYTES = 10L << 20;

    private static final int MOST_JSON_BYTES = 1 << 20;

    private final StudyFeature study;
    private final ObjectMapper json;

    InstrumentService(StudyFeature study, ObjectMapper json) {
        this.study = study;
        this.json = json;
    }

    /**
     * What taking a file would do; nothing is written.
     *
     * @throws RefusedException when the file cannot be read, or holds nothing that can be taken
     */
    Reading look(EngagementId engagement, FileToTake file) {
        return read(engagement, file, study.questionnaires().current(engagement));
    }

    /**
     * Takes a file: what it asks replaces what the engagement asks.
     *
     * @param requireVersion refuses a version of the engagement that the caller did not read
     * @throws RefusedException as {@link #look}, and as long as the questionnaire is being answered
     */
    Reading take(Caller caller, EngagementId engagement, FileToTake file, IntConsumer requireVersion) {
        // read once before anything is held; what it is put over may have changed meanwhile
        Reading[] taken = {look(engagement, file)};
        String what = "File import: " + file.format().code();
        study.questionnaires().change(caller, engagement, requireVersion, what, before -> {
            if (file.format() != InstrumentFormat.JSON) {
                taken[0] = read(engagement, file, before);
            }
            return taken[0].questionnaire();
        });
        return taken[0];
    }

    private Reading read(EngagementId engagement, FileToTake sent, Questionnaire current) {
        Taking taking = new Taking(Wording.languages(), study.bank().touchpoints(), current, sent.audiences());
        ReceivedFile file = sent.file();
        Reading reading = switch (sent.format()) {
            case LSS -> lss(file, taking);
            case XLSFORM -> file.readSheets(sheets -> XlsFormReader.read(sheets, taking));
            case JSON -> own(engagement, file);
        };
        study.questionnaires().requireKeepable(reading.questionnaire());
        return reading;
    }

    private static Reading lss(ReceivedFile file, Taking taking) {
        try (InputStream in = file.open()) {
            return LssReader.read(in, taking);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading own(EngagementId engagement, ReceivedFile file) {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(MOST_JSON_BYTES + 1);
            if (bytes.length > MOST_JSON_BYTES) {
                throw new RefusedException(ProblemType.TOO_LARGE, "A questionnaire as JSON has at most 1 MB.");
            }
            QuestionnaireInput input = json.readValue(bytes, QuestionnaireInput.class);
            if (input == null) {
                throw new RefusedException(ProblemType.MALFORMED, "The file holds no questionnaire, but null.");
            }
            Questionnaire read = study.questionnaires().read(engagement, input);
            return new Reading(read, read.touchpoints().size(), List.of(), List.of());
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        String why = e instanceof UnrecognizedPropertyException unknown
                ? "There is no property “%s” here. Leave it out.".formatted(Texts.named(unknown.getPropertyName()))
                : "Export a questionnaire and compare.";
        return new RefusedException(
                ProblemType.MALFORMED, "The file is no questionnaire as JSON%s. %s".formatted(where, why));
    }

    /** The whole model, as it can be taken again. */
    QuestionnaireView model(EngagementId engagement) {
        return QuestionnaireView.of(study.questionnaires().current(engagement), null);
    }

    /** @throws RefusedException INVALID for an audience that does not exist */
    ObjectNode surveyJs(EngagementId engagement, @Nullable String audience) {
        Audience asked = FileToTake.audiences(List.of(String.valueOf(audience)))
                .iterator()
                .next();
        return SurveyJs.write(study.questionnaires().current(engagement), asked);
    }
}
