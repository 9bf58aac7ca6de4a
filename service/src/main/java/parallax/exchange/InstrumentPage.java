package parallax.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** Where a questionnaire is taken from a file or given out as one. */
public final class InstrumentPage extends Page {

    private final Engagement engagement;
    private final @Nullable RefusedException refused;

    InstrumentPage(PageContext context, Engagement engagement, @Nullable RefusedException refused) {
        super("/templates/exchange/instrument.ftlh", context);
        this.engagement = engagement;
        this.refused = refused;
    }

    public String getEngagementId() {
        return engagement.id().toString();
    }

    public String getEngagementName() {
        return engagement.name();
    }

    /** Why the file cannot be taken, or null. */
    public @Nullable String getProblem() {
        return refused == null ? null : refused.getMessage();
    }

    /** What was wrong with the form field. */
    public List<InputError> getErrors() {
        return refused == null || !isMissing() ? List.of() : refused.errors();
    }

    private boolean isMissing() {
        return refused != null
                && !refused.errors().isEmpty()
                && refused.errors().stream()
                        .allMatch(error -> "audience".equals(error.pointer())
                                || ("file".equals(error.pointer()) && error.value() == null));
    }

    /** Who may be asked the questions of a file that knows no audiences. */
    public List<Option> getAudiences() {
        return List.of(
                new Option("customer", "Customers"),
                new Option("sales", "Sales"),
                new Option("marketing", "Marketing"),
                new Option("leadership", "Leadership"));
    }

    /** A choice. */
    public record Option(String value, String label) {}

    /** Sentences about what is wrong in the file. */
    public List<String> getReasons() {
        return refused == null || isMissing()
                ? List.of()
                : refused.errors().stream().map(InstrumentPage::sentence).toList();
    }

    private static String sentence(InputError error) {
        String where = error.pointer() == null || error.pointer().equals("file") ? error.value() : error.pointer();
        return where == null ? error.message() : where + ": " + error.message();
    }
}
