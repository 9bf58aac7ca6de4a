package parallax.web;

import io.dropwizard.views.common.View;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A page: strings, numbers and records already formatted for its template. */
public abstract class Page extends View {

    private final PageContext context;

    /** @param template absolute, such as {@code /templates/study/engagements.ftlh} */
    protected Page(String template, PageContext context) {
        super(template, StandardCharsets.UTF_8);
        this.context = context;
    }

    /** Where this very page is kept, for one that shows nothing of whom it is for; null: it is filled in each time. */
    protected @Nullable KeptPage sameForAll() {
        return null;
    }

    public final PageContext getContext() {
        return context;
    }
}
