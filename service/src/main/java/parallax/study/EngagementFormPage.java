package parallax.study;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Wording;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Settings of a new engagement, or of one that exists. */
public final class EngagementFormPage extends Page {

    private final @Nullable Engagement engagement;
    private final Map<String, String> values;
    private final List<String> languages;
    private final List<InputError> errors;

    EngagementFormPage(
            PageContext context,
            @Nullable Engagement engagement,
            Map<String, String> values,
            List<String> languages,
            List<InputError> errors) {
        super("/templates/study/engagement-form.ftlh", context);
        this.engagement = engagement;
        this.values = Map.copyOf(values);
        this.languages = List.copyOf(languages);
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

    /** Tags of those that are ticked. */
    public List<String> getLanguages() {
        return languages;
    }

    /** Those that forms can be made in: English first, then by their own names. */
    public List<Language> getOffered() {
        return Wording.languages().stream()
                .sorted(Comparator.comparing((String tag) -> !tag.equals("en"))
                        .thenComparing(tag -> Wording.of(tag).name()))
                .map(tag -> new Language(tag, Wording.of(tag).name()))
                .toList();
    }

    /** An option. */
    public record Language(String value, String label) {}

    public List<InputError> getErrors() {
        return errors;
    }
}
