package parallax.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;

/** Gives each error the form its reader wants: problem+json below {@code /api}, else a page. */
final class ProblemFilter implements ContainerResponseFilter {

    private static final Annotation[] NONE = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            response.setEntity(
                    Problem.of(ProblemType.ofStatus(response.getStatus()).orElse(ProblemType.MALFORMED)));
        }
        if (!(response.getEntity() instanceof Problem told)) {
            return;
        }
        Problem problem = Paths.isReading(request) ? told.ofReading() : told;
        if (Paths.isApi(request)) {
            if (problem.kind() == ProblemType.NOT_SIGNED_IN
                    && !response.getHeaders().containsKey(HttpHeaders.WWW_AUTHENTICATE)) {
                response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Parallax\"");
            }
            response.setEntity(problem.forApi(), NONE, Problem.JSON);
        } else {
            response.setEntity(
                    new ProblemPage(PageContext.of(request), problem, Paths.path(request)),
                    NONE,
                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
    }
}
