package parallax.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** The way to the file of texts and back, and what was wrong with the one sent. */
public final class TextFilePage extends Page {

    private final Engagement engagement;
    private final boolean locked;
    private final @Nullable RefusedException refused;

    TextFilePage(PageContext context, Engagement engagement, boolean locked, @Nullable RefusedException refused) {
        super("/templates/editor/text-file.ftlh", context);
        this.engagement = engagement;
        this.locked = locked;
        this.refused = refused;
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public boolean isLocked() {
        return locked;
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
