package parallax.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
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
        if (endpoint.getResourceClass().getName().startsWith("org.glassfish.jersey.")) {
            // Jersey's own answer to OPTIONS: the methods of an address, which the API's description tells anyway
            return;
        }
        Permit permit = endpoint.getResourceMethod().getAnnotation(Permit.class);
        context.register(
                new Guard(permit == null ? null : permit.value(), isPage(endpoint)), Priorities.AUTHENTICATION);
    }

    /** Whether a GET of the same address shows a page, to which one can go back after signing in. */
    private static boolean isPage(ResourceInfo endpoint) {
        String path = pathOf(endpoint.getResourceMethod());
        return Stream.of(endpoint.getResourceClass().getMethods())
                .anyMatch(method ->
                        method.isAnnotationPresent(GET.class) && pathOf(method).equals(path));
    }

    private static String pathOf(Method method) {
        @Nullable Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private final class Guard implements ContainerRequestFilter {

        private final Permit.@Nullable Who who;
        private final boolean page;

        Guard(Permit.@Nullable Who who, boolean page) {
            this.who = who;
            this.page = page;
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
                askToSignIn(request, page);
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

    private void askToSignIn(ContainerRequestContext request, boolean page) {
        if (Paths.isApi(request)) {
            throw new RefusedException(ProblemType.NOT_SIGNED_IN, ProblemType.NOT_SIGNED_IN.detail());
        }
        boolean reading = Paths.isReading(request);
        String next = reading || page
                ? localPart(request.getUriInfo().getRequestUri())
                : Place.around(Paths.path(request)).map(Place::path).orElse("/");
        String address =
                "/sign-in" + (next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        // Only who was signed in has a form to send; whoever sends none may come for the first time.
        if (!reading) {
            request.abortWith(SeeOther.to(
                    address, "You were signed out, so nothing was saved. Sign in, then fill in the form again."));
        } else if (cookies.sessionOf(request.getCookies()).isPresent()) {
            request.abortWith(SeeOther.to(address, "You were signed out. Sign in to go on."));
        } else {
            request.abortWith(SeeOther.to(address));
        }
    }

    private static String localPart(URI address) {
        String query = address.getRawQuery();
        return LocalPath.orHome(address.getRawPath() + (query == null ? "" : "?" + query));
    }
}
