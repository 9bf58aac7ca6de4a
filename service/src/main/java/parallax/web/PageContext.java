package parallax.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs of a request: who is signed in, the anti-forgery token, the nonce for an inline style,
 * a message to show once, addresses of assets.
 */
public final class PageContext {

    static final String PROPERTY = "parallax.web.page-context";

    private final ContainerRequestContext request;
    private final String nonce;
    private final String csrf;
    private final @Nullable String flash;

    PageContext(ContainerRequestContext request, String nonce, String csrf, @Nullable String flash) {
        this.request = request;
        this.nonce = nonce;
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

    /** For the {@code nonce} attribute of an inline {@code <style>}; differs with each response. */
    public String nonce() {
        return nonce;
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

    /** Text of an asset, for pages that must show with one request: {@code <style nonce=…>${context.inline("answer.css")?no_esc}}. */
    public String inline(String name) {
        return Assets.text(name);
    }
}
