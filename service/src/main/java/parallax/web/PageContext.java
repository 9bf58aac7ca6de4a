package parallax.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs of a request: who is signed in, the anti-forgery token, a message to show once, addresses of
 * assets.
 */
public final class PageContext {

    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?! *; *q *= *0(?:\\.0*)?(?:[ ,]|$))");

    static final String PROPERTY = "parallax.web.page-context";

    private final ContainerRequestContext request;
    private final String csrf;
    private final @Nullable String flash;

    PageContext(ContainerRequestContext request, String csrf, @Nullable String flash) {
        this.request = request;
        this.csrf = csrf;
        this.flash = flash;
    }

    /** The context of a request: {@code @Context ContainerRequestContext request} in a page method. */
    public static PageContext of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof PageContext context) {
            return context;
        }
        throw new IllegalStateException("the web feature is not registered");
    }

    public Optional<Caller> caller() {
        return request.getSecurityContext().getUserPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** For the hidden field {@code _csrf}; templates use {@code <@layout.csrf/>}. */
    public String csrf() {
        return csrf;
    }

    /** The message that {@link SeeOther} sent along, or null. */
    public @Nullable String flash() {
        return flash;
    }

    /** The signed-in person's name, or null; for templates, which cannot read an Optional. */
    public @Nullable String signedInName() {
        return caller().map(Caller::name).orElse(null);
    }

    /**
     * Address of an asset, which changes with its content so that browsers may keep it for a year.
     *
     * @param name path below {@code assets/}, such as {@code summary.css}
     */
    public String asset(String name) {
        return Assets.address(name);
    }

    /**
     * Text of an asset, for pages that must show with one request:
     * {@code <style>${context.inline("answering.css")?no_esc}</style>}. The policy of {@link SecurityHeadersFilter} lets in
     * that one only.
     */
    public String inline(String name) {
        return Assets.text(name);
    }

    boolean takesGzip() {
        String encodings = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && GZIP.matcher(encodings).find();
    }
}
