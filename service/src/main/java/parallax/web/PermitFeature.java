package parallax.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a guard before every endpoint; one that does not say whom it permits lets nobody in. */
final class PermitFeature implements DynamicFeature {

    /** Set when a cookie is what let the request in, so that {@link ForgeryFilter} asks for its token. */
    static final String BY_COOKIE = "parallax.web.by-cookie";

    private static final Logger LOG = LoggerFactory.getLogger(PermitFeature.class);
    private static final String BEARER = "bearer ";

    private final CallerSource callers;
    private final SessionCookies cookies;

    PermitFeature(CallerSource callers, SessionCookies cookies) {
        this.callers = callers;
        this.cookies = cookies;
    }

    @Override
    public void configure(ResourceInfo endpoint, FeatureContext context) {
        Permit permit = endpoint.getResourceMethod().getAnnotation(Permit.class);
        context.register(new Guard(permit == null ? null : permit.value()), Priorities.AUTHENTICATION);
    }

    private final class Guard implements ContainerRequestFilter {

        private final Permit.@Nullable Who who;

        Guard(Permit.@Nullable Who who) {
            this.who = who;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (who == null) {
                LOG.error("{} on an endpoint that does not say whom it permits", request.getMethod());
                throw new RefusedException(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.detail());
            }
            Optional<Caller> caller = identify(request);
            caller.ifPresent(known -> request.setSecurityContext(
                    new CallerSecurity(known, request.getSecurityContext().isSecure())));
            if (who == Permit.Who.ANYONE) {
                return;
            }
            if (caller.isEmpty()) {
                askToSignIn(request);
            } else if (!who.lets(caller.get().role())) {
                throw new RefusedException(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.detail());
            }
        }
    }

    private Optional<Caller> identify(ContainerRequestContext request) {
        if (Paths.isPersonalLink(Paths.path(request))) {
            return Optional.empty();
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return callers.findByToken(authorization.substring(BEARER.length()).strip());
        }
        Optional<Caller> caller = cookies.sessionOf(request.getCookies()).flatMap(callers::findBySession);
        if (caller.isPresent()) {
            request.setProperty(BY_COOKIE, true);
        }
        return caller;
    }

    private static void askToSignIn(ContainerRequestContext request) {
        if (Paths.isApi(request)) {
            throw new RefusedException(ProblemType.NOT_SIGNED_IN, ProblemType.NOT_SIGNED_IN.detail());
        }
        // What a form held is gone with its session; only a page can be gone back to.
        String next = Paths.isReading(request) ? localPart(request.getUriInfo().getRequestUri()) : "/";
        String query = next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        request.abortWith(Response.seeOther(URI.create("/sign-in" + query)).build());
    }

    private static String localPart(URI address) {
        String query = address.getRawQuery();
        return LocalPath.orHome(address.getRawPath() + (query == null ? "" : "?" + query));
    }
}
