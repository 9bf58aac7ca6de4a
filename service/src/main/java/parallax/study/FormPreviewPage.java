package parallax.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.ItemKind;
import parallax.web.Page;
import parallax.web.PageContext;

/** What an audience will be asked. */
public final class FormPreviewPage extends Page {

    private final Engagement engagement;
    private final Form form;

    FormPreviewPage(PageContext context, Engagement engagement, Form form) {
        super("/templates/study/form-preview.ftlh", context);
        this.engagement = engagement;
        this.form = form;
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public Form getForm() {
        return form;
    }

    /** What each kind of item is called. */
    public Map<String, String> getKinds() {
        return Arrays.stream(ItemKind.values()).collect(Collectors.toMap(ItemKind::code, Words::of));
    }

    public String getAudience() {
        return Words.of(form.audience());
    }

    /** The other audiences' forms. */
    public List<Other> getOthers() {
        return Arrays.stream(Audience.values())
                .filter(audience -> audience != form.audience())
                .map(audience ->
                        new Other("/engagements/" + engagement.id() + "/forms/" + audience.code(), Words.of(audience)))
                .toList();
    }

    /** A link to another form. */
    public record Other(String url, String audience) {}
}
