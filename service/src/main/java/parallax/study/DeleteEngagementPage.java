package parallax.study;

import java.util.List;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Asks for the name before an engagement is deleted. */
public final class DeleteEngagementPage extends Page {

    private final Engagement engagement;
    private final String typed;
    private final List<InputError> errors;

    DeleteEngagementPage(PageContext context, Engagement engagement, String typed, List<InputError> errors) {
        super("/templates/study/delete-engagement.ftlh", context);
        this.engagement = engagement;
        this.typed = typed;
        this.errors = List.copyOf(errors);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getTyped() {
        return typed;
    }

    public List<InputError> getErrors() {
        return errors;
    }
}
