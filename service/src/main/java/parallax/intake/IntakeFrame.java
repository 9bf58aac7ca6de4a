package parallax.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** What the pages of taking in people share. */
public abstract class IntakeFrame extends Page {

    private final Engagement engagement;
    private final @Nullable RefusedException refused;

    IntakeFrame(String template, PageContext context, Engagement engagement, @Nullable RefusedException refused) {
        super(template, context);
        this.engagement = engagement;
        this.refused = refused;
    }

    final Engagement engagement() {
        return engagement;
    }

    final List<InputError> refusedErrors() {
        return refused == null ? List.of() : refused.errors();
    }

    public final String getEngagementName() {
        return engagement.name();
    }

    public final String getClient() {
        return engagement.client();
    }

    public final String getEngagementUrl() {
        return "/engagements/" + engagement.id();
    }

    public final String getContactsUrl() {
        return getEngagementUrl() + "/contacts";
    }

    /** What was wrong as a whole, or null. */
    public final @Nullable String getProblem() {
        return refused == null ? null : refused.getMessage();
    }

    /** What was wrong with the form's fields. */
    public final List<InputError> getErrors() {
        return refusedErrors().stream().filter(error -> error.pointer() != null).toList();
    }
}
