package parallax.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Settings of a new engagement, or of one that exists. */
public final class EngagementFormPage extends Page {

    private final @Nullable Engagement engagement;
    private final Map<String, String> values;
    private final List<InputError> errors;

    EngagementFormPage(
            PageContext context, @Nullable Engagement engagement, Map<String, String> values, List<InputError> errors) {
        super("/templates/study/engagement-form.ftlh", context);
        this.engagement = engagement;
        this.values = Map.copyOf(values);
        this.errors = List.copyOf(errors);
    }

    /** Null for a new one. */
    public @Nullable Engagement getEngagement() {
        return engagement;
    }

    public boolean isFrozen() {
        return engagement != null && engagement.frozen();
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<InputError> getErrors() {
        return errors;
    }
}
