package parallax.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/** Gives every request its {@link PageContext} and refuses addresses that hold U+0000, which no database takes. */
@PreMatching
@Priority(RequestStartFilter.FIRST)
final class RequestStartFilter implements ContainerRequestFilter {

    /** Before anything that may refuse: a refusal is a page too. */
    static final int FIRST = 0;

    private final Signatures signatures;
    private final SessionCookies cookies;

    RequestStartFilter(Signatures signatures, SessionCookies cookies) {
        this.signatures = signatures;
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(PageContext.PROPERTY, contextOf(request));
        String address = request.getUriInfo().getRequestUri().toString();
        if (address.contains("%00")) {
            throw new RefusedException(ProblemType.MALFORMED, "The address holds the character U+0000.");
        }
    }

    private PageContext contextOf(ContainerRequestContext request) {
        if (Paths.isPersonalLink(Paths.path(request))) {
            return new PageContext(request, "", null);
        }
        String session = cookies.sessionOf(request.getCookies()).orElse("");
        Optional<String> flash = SessionCookies.value(request.getCookies().get(cookies.flashName()))
                .flatMap(signatures::readFlash);
        return new PageContext(request, signatures.csrf(session), flash.orElse(null));
    }
}
