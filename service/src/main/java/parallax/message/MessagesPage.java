package parallax.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import parallax.questionnaire.Wording;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** All mails of an engagement, with where to write and to look at them. */
public final class MessagesPage extends Page {

    private final Engagement engagement;
    private final MessageSet set;
    private final Set<Readers> readers;
    private final List<Wave> launched;

    /** @param launched waves whose texts can be taken over, the latest first */
    MessagesPage(
            PageContext context, Engagement engagement, MessageSet set, Set<Readers> readers, List<Wave> launched) {
        super("/templates/message/messages.ftlh", context);
        this.engagement = engagement;
        this.set = set;
        this.readers = readers;
        this.launched = List.copyOf(launched);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getUrl() {
        return "/engagements/" + engagement.id() + "/messages";
    }

    public boolean isThanks() {
        return set.thanks();
    }

    public List<Option> getLaunched() {
        return launched.stream()
                .map(wave -> new Option(wave.id().toString(), wave.name()))
                .toList();
    }

    public List<Option> getLanguages() {
        return engagement.languages().stream()
                .map(tag -> new Option(tag, Wording.of(tag).name()))
                .toList();
    }

    /** One table for customers, one for teams. */
    public List<Table> getTables() {
        return Arrays.stream(Readers.values())
                .filter(readers::contains)
                .map(one -> new Table(one.title(), rows(one)))
                .toList();
    }

    private List<Row> rows(Readers one) {
        List<Row> rows = new ArrayList<>();
        for (MessageKind kind : MessageKind.values()) {
            List<Cell> cells = engagement.languages().stream()
                    .map(language -> new MessageKey(kind, one, language))
                    .map(key -> new Cell(
                            Wording.of(key.language()).name(),
                            set.isOwn(key) ? "Own words" : "Suggested",
                            getUrl() + "/edit?" + key.query(),
                            getUrl() + "/preview?" + key.query()))
                    .toList();
            rows.add(new Row(kind.title(), when(kind), cells));
        }
        return rows;
    }

    private String when(MessageKind kind) {
        return switch (kind) {
            case HEADS_UP -> "Some days before, from the account owner’s own mail tool. We only write it.";
            case INVITATION -> "At launch.";
            case REMINDER_OPEN, REMINDER_STARTED -> "On the days of the wave’s reminder plan.";
            case THANKS -> set.thanks() ? "The morning after an answer." : "Not sent; see below.";
            case FINDINGS -> "After publication, to those who asked for it.";
        };
    }

    /** A choice of a list. */
    public record Option(String value, String label) {}

    /** The mails of one kind of readers. */
    public record Table(String title, List<Row> rows) {}

    /** A mail in all languages. */
    public record Row(String title, String when, List<Cell> cells) {}

    /** A mail in one language. */
    public record Cell(String language, String state, String edit, String preview) {}
}
