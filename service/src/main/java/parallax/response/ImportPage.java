package parallax.response;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** The form for answers gathered elsewhere, and what was wrong with the file sent. */
public final class ImportPage extends Page {

    private final Wave wave;
    private final @Nullable RefusedException refused;

    ImportPage(PageContext context, Wave wave, @Nullable RefusedException refused) {
        super("/templates/response/import.ftlh", context);
        this.wave = wave;
        this.refused = refused;
    }

    public String getWaveId() {
        return wave.id().toString();
    }

    public String getWaveName() {
        return wave.name();
    }

    /** Whether answers of an earlier import will be replaced. */
    public boolean isReplacing() {
        return isReplacing(wave);
    }

    static boolean isReplacing(Wave wave) {
        return wave.state() != WaveState.DRAFT;
    }

    /** What was wrong, or null. */
    public @Nullable String getProblem() {
        return refused == null ? null : refused.getMessage();
    }

    /** What was wrong with the form field. */
    public List<InputError> getErrors() {
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .filter(error -> error.pointer() != null)
                        .toList();
    }

    /** What was wrong with the rows. */
    public List<InputError> getRowProblems() {
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .filter(error -> error.pointer() == null)
                        .toList();
    }
}
