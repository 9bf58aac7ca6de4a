package parallax.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.study.Engagement;
import parallax.web.Page;
import parallax.web.PageContext;

/** What taking a file would do. */
public final class InstrumentCheckPage extends Page {

    private static final Map<ItemKind, String> KINDS = Map.of(
            ItemKind.AGREEMENT, "How far one agrees",
            ItemKind.SINGLE, "One choice",
            ItemKind.MULTIPLE, "Several choices",
            ItemKind.ZERO_TO_TEN, "0 to 10",
            ItemKind.WORDS, "Three words",
            ItemKind.SHORT_TEXT, "One line of text",
            ItemKind.LONG_TEXT, "Text",
            ItemKind.NUMBER, "Whole number",
            ItemKind.DATE, "Day");

    private final Engagement engagement;
    private final Reading reading;
    private final Sent sent;

    InstrumentCheckPage(PageContext context, Engagement engagement, Reading reading, Sent sent) {
        super("/templates/exchange/check.ftlh", context);
        this.engagement = engagement;
        this.reading = reading;
        this.sent = sent;
    }

    /** The engagement's, over which the file was read. */
    public int getVersion() {
        return engagement.version();
    }

    /** Whether somebody changed the questionnaire after it was shown before. */
    public boolean isChanged() {
        return sent.changed();
    }

    /** Codes of those who are asked. */
    public List<String> getAudiences() {
        return sent.audiences().stream().sorted().map(Audience::code).toList();
    }

    public String getEngagementId() {
        return engagement.id().toString();
    }

    public String getEngagementName() {
        return engagement.name();
    }

    public String getContent() {
        return sent.content();
    }

    public String getFormat() {
        return sent.format().words();
    }

    public String getLanguages() {
        return String.join(", ", questionnaire().languages());
    }

    public int getScalePoints() {
        return questionnaire().scalePoints();
    }

    private Questionnaire questionnaire() {
        return reading.questionnaire();
    }

    public int getTouchpointsTaken() {
        return reading.touchpointsTaken();
    }

    /** Names of the touchpoints that are taken. */
    public List<String> getTouchpoints() {
        return reading.touchpointsTaken() == 0
                ? List.of()
                : questionnaire().touchpoints().stream().map(this::label).toList();
    }

    private String label(Touchpoint touchpoint) {
        return touchpoint.label(questionnaire().defaultLanguage());
    }

    public List<Line> getItems() {
        return questionnaire().pages().stream()
                .flatMap(page -> page.items().stream().map(item -> line(page, item)))
                .toList();
    }

    private Line line(ItemPage page, Item item) {
        String language = questionnaire().defaultLanguage();
        String question = item.wordings().values().stream()
                .flatMap(texts ->
                        texts.containsKey(language) ? List.of(texts.get(language)).stream() : texts.values().stream())
                .findFirst()
                .map(text -> text.question())
                .orElse(item.key());
        return new Line(
                page.titles().getOrDefault(language, page.key()),
                question,
                KINDS.getOrDefault(item.kind(), item.kind().code()),
                item.showIf() != null);
    }

    public List<NotCarried> getNotCarried() {
        return reading.notCarried();
    }

    public List<String> getRemarks() {
        return reading.remarks();
    }

    /** Sentences about what keeps a launch. */
    public List<String> getToDo() {
        return InstrumentReport.of(reading, false).toDo().stream()
                .map(todo -> (todo.key() == null
                                ? ""
                                : todo.key() + (todo.language() == null ? "" : " (" + todo.language() + ")") + ": ")
                        + todo.message())
                .toList();
    }

    /**
     * What was sent.
     *
     * @param content the file in base64, to be taken next
     * @param changed whether somebody changed the questionnaire after it was shown before
     */
    record Sent(InstrumentFormat format, Set<Audience> audiences, String content, boolean changed) {}

    /** A question as it would be asked. */
    public record Line(String page, String question, String kind, boolean conditional) {}
}
