package parallax.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another site makes a browser send: whatever changes something must come from our own
 * pages, and where a cookie is what lets it in, carry the token of that session.
 */
@Priority(Priorities.AUTHORIZATION)
final class ForgeryFilter implements ContainerRequestFilter {

    private final Signatures signatures;
    private final SessionCookies cookies;
    private final URI baseUrl;

    ForgeryFilter(Signatures signatures, SessionCookies cookies, URI baseUrl) {
        this.signatures = signatures;
        this.cookies = cookies;
        this.baseUrl = baseUrl;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        // Mail providers post the one-click stop from anywhere (RFC 8058).
        if (Paths.isReading(request) || Paths.isStopLink(Paths.path(request))) {
            return;
        }
        if (isFromElsewhere(request)) {
            throw new RefusedException(ProblemType.FORBIDDEN, "This request came from another site's page.");
        }
        Optional<String> token = FormFields.token(request);
        if (request.getProperty(PermitFeature.BY_COOKIE) != null) {
            requireToken(request, token.orElse(request.getHeaderString("X-CSRF-Token")));
        }
    }

    private void requireToken(ContainerRequestContext request, @Nullable String token) {
        String session = cookies.sessionOf(request.getCookies()).orElse("");
        if (!signatures.isCsrf(token, session)) {
            throw new RefusedException(
                    ProblemType.FORBIDDEN,
                    "The form belongs to another sign-in, or its first field is not the token. Load the page again and repeat.");
        }
    }

    private boolean isFromElsewhere(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeaderString("Origin");
        // With "no-referrer" browsers send "null" from our own pages too: then token or link must do.
        return origin != null && !origin.equals("null") && !isOurs(origin, request);
    }

    private boolean isOurs(String origin, ContainerRequestContext request) {
        int scheme = origin.indexOf("://");
        String authority = scheme < 0 ? origin : origin.substring(scheme + 3);
        String host = request.getHeaderString(HttpHeaders.HOST);
        return authority.equalsIgnoreCase(host)
                || origin.toLowerCase(Locale.ROOT).equals(baseUrl.getScheme() + "://" + baseUrl.getRawAuthority());
    }
}
