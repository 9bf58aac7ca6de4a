package parallax.answering;

import java.util.List;
import java.util.Map;
import parallax.questionnaire.Wording;
import parallax.web.Page;
import parallax.web.PageContext;

/** What all respondents' pages show: who asks, in which language, and whom to ask back. */
public abstract class AnsweringPage extends Page {

    private final AnsweringSettings settings;
    private final Texts texts;

    AnsweringPage(String template, PageContext context, AnsweringSettings settings, Texts texts) {
        super("/templates/answering/" + template, context);
        this.settings = settings;
        this.texts = texts.filled(places(settings));
    }

    /**
     * A page beside the form that another feature shows.
     *
     * @param template absolute
     * @param languages tags the browser asks for, best first
     */
    protected AnsweringPage(PageContext context, String template, AnsweringSettings settings, List<String> languages) {
        super(template, context);
        this.settings = settings;
        this.texts = Texts.inFirstOf(languages).filled(places(settings));
    }

    private static Map<String, String> places(AnsweringSettings settings) {
        return Map.of("consultancy", Texts.isolated(settings.consultancy()), "contact", settings.contact());
    }

    public String getContact() {
        return settings.contact();
    }

    /** What stands before and behind the contact's address. */
    public List<String> getContactSentence() {
        return List.of(texts.get("frame.contact", "contact", "\n").split("\n", 2));
    }

    public Texts getTexts() {
        return texts;
    }

    public String getLanguage() {
        return texts.language();
    }

    public String getDirection() {
        return texts.isRightToLeft() ? "rtl" : "ltr";
    }

    /** Languages one may switch to; empty when there is nothing to choose. */
    public List<LanguageView> getLanguages() {
        return List.of();
    }

    static List<LanguageView> languages(AskedForm asked) {
        return asked.languages().size() < 2
                ? List.of()
                : asked.languages().stream()
                        .map(tag -> new LanguageView(
                                tag,
                                Wording.of(tag).name(),
                                Texts.in(tag).isRightToLeft() ? "rtl" : "ltr",
                                tag.equals(asked.texts().language())))
                        .toList();
    }

    static String study(AskedForm asked) {
        return asked.texts()
                .get(
                        switch (asked.form().audience()) {
                            case CUSTOMER -> "title.study.customers";
                            case SALES, MARKETING -> "title.study.team";
                            case LEADERSHIP -> "title.study.leadership";
                        });
    }

    static String title(AskedForm asked, String heading) {
        return asked.texts().get("title.page", Map.of("heading", heading, "study", study(asked)));
    }

    /**
     * A language to switch to.
     *
     * @param name its own
     */
    public record LanguageView(String tag, String name, String direction, boolean current) {}
}
