package parallax.answering;

import java.util.Set;
import parallax.web.Page;
import parallax.web.PageContext;

/** What all respondents' pages show: who asks, and whom to ask back. */
public abstract class AnsweringPage extends Page {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "ur", "yi");

    private final AnsweringSettings settings;
    private final String language;

    AnsweringPage(String template, PageContext context, AnsweringSettings settings, String language) {
        super("/templates/answering/" + template, context);
        this.settings = settings;
        this.language = language;
    }

    public String getConsultancy() {
        return settings.consultancy();
    }

    public String getContact() {
        return settings.contact();
    }

    public String getLanguage() {
        return language;
    }

    public String getDirection() {
        return RIGHT_TO_LEFT.contains(language.split("-", 2)[0]) ? "rtl" : "ltr";
    }
}
