package parallax.fieldwork;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.answering.AnsweringPage;
import parallax.answering.AnsweringSettings;
import parallax.answering.Texts;
import parallax.web.PageContext;

/** Asks whether mails shall stop, or says that they have. It names the client, never the person. */
public final class StopPage extends AnsweringPage {

    private final StopService.@Nullable Standing standing;

    /** @param standing null: nothing is known of the person any more */
    StopPage(
            PageContext context,
            AnsweringSettings settings,
            List<String> languages,
            StopService.@Nullable Standing standing) {
        super(context, "/templates/fieldwork/stop.ftlh", settings, languages);
        this.standing = standing;
    }

    public @Nullable String getClient() {
        return standing == null ? null : Texts.isolated(standing.client());
    }

    public String getHeading() {
        String client = getClient();
        if (isStopped()) {
            return getTexts().get("stop.done.title");
        }
        return client == null ? getTexts().get("stop.none.title") : getTexts().get("stop.title", "client", client);
    }

    public boolean isStopped() {
        return standing != null && standing.stopped();
    }
}
