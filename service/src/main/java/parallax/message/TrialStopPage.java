package parallax.message;

import java.util.List;
import parallax.answering.AnsweringPage;
import parallax.answering.AnsweringSettings;
import parallax.web.PageContext;

/** Where the stop link of a test leads. */
public final class TrialStopPage extends AnsweringPage {

    TrialStopPage(PageContext context, AnsweringSettings settings) {
        super(context, "/templates/message/trial-stop.ftlh", settings, List.of("en"));
    }
}
