package parallax.answering;

import java.util.List;
import parallax.web.PageContext;

/** A page without a form: thanks, or why there is nothing to answer. */
public final class NoticePage extends AnsweringPage {

    private final String heading;
    private final List<String> sentences;

    NoticePage(PageContext context, AnsweringSettings settings, Texts texts, String heading, List<String> sentences) {
        super("notice.ftlh", context, settings, texts);
        this.heading = heading;
        this.sentences = List.copyOf(sentences);
    }

    public String getHeading() {
        return heading;
    }

    public List<String> getSentences() {
        return sentences;
    }
}
