package parallax.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Sets, before anything else happens, the headers that every response carries. */
final class SecurityHeadersFilter implements Filter {

    /** The one style that stands within pages is known by its hash. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-%s';"
            + " connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final Map<String, String> headers;

    SecurityHeadersFilter(boolean secure) {
        this.headers = headers(secure);
    }

    /** Headers that do not depend on the request; also for errors that never reach a servlet. */
    static Map<String, String> fixed() {
        return Map.of(
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Cache-Control", "no-store");
    }

    /** The content security policy of every page. */
    static String policy() {
        return POLICY.formatted(Assets.digest("answering.css"));
    }

    private static Map<String, String> headers(boolean secure) {
        Map<String, String> headers = new HashMap<>(fixed());
        headers.put("Content-Security-Policy", policy());
        if (secure) {
            headers.put("Strict-Transport-Security", TWO_YEARS);
        }
        return Map.copyOf(headers);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        headers.forEach(answer::setHeader);
        if (Paths.isPersonalLink(((HttpServletRequest) request).getRequestURI())) {
            answer.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        chain.doFilter(request, response);
    }
}
