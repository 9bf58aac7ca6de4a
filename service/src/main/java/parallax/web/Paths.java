package parallax.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/** Kinds of addresses that are treated differently. */
final class Paths {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Paths() {}

    static boolean isApi(ContainerRequestContext request) {
        return isApi(path(request));
    }

    static boolean isApi(String path) {
        return isBelow(path, "api");
    }

    /** Respondents' pages: the link is the credential, no cookie is read. */
    static boolean isPersonalLink(String path) {
        return isBelow(path, "s") || isBelow(path, "u") || isBelow(path, "t");
    }

    static boolean isStopLink(String path) {
        return isBelow(path, "u");
    }

    static boolean isReading(ContainerRequestContext request) {
        return READING.contains(request.getMethod());
    }

    static String path(ContainerRequestContext request) {
        return request.getUriInfo().getPath();
    }

    private static boolean isBelow(String path, String first) {
        String local = path.startsWith("/") ? path.substring(1) : path;
        return local.equals(first) || local.startsWith(first + "/");
    }
}
