package parallax.fieldwork;

import org.jspecify.annotations.Nullable;
import parallax.web.Page;
import parallax.web.PageContext;

/** Asks whether mails shall stop, or says that they have. It names the client, never the person. */
public final class StopPage extends Page {

    private final @Nullable String client;
    private final boolean stopped;

    StopPage(PageContext context, @Nullable String client, boolean stopped) {
        super("/templates/fieldwork/stop.ftlh", context);
        this.client = client;
        this.stopped = stopped;
    }

    public @Nullable String getClient() {
        return client;
    }

    public boolean isStopped() {
        return stopped;
    }
}
