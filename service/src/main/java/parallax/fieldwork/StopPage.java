package parallax.fieldwork;

import org.jspecify.annotations.Nullable;
import parallax.answering.AnsweringSettings;
import parallax.web.Page;
import parallax.web.PageContext;

/** Asks whether mails shall stop, or says that they have. It names the client, never the person. */
public final class StopPage extends Page {

    private final AnsweringSettings settings;
    private final StopService.@Nullable Standing standing;

    /** @param standing null: nothing is known of the person any more */
    StopPage(PageContext context, AnsweringSettings settings, StopService.@Nullable Standing standing) {
        super("/templates/fieldwork/stop.ftlh", context);
        this.settings = settings;
        this.standing = standing;
    }

    public @Nullable String getClient() {
        return standing == null ? null : standing.client();
    }

    public boolean isStopped() {
        return standing != null && standing.stopped();
    }

    public String getConsultancy() {
        return settings.consultancy();
    }

    public String getContact() {
        return settings.contact();
    }

    public String getLanguage() {
        return "en";
    }

    public String getDirection() {
        return "ltr";
    }
}
