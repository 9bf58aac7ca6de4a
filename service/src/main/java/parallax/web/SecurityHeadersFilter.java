package parallax.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** Sets, before anything else happens, the headers that every response carries. */
final class SecurityHeadersFilter implements Filter {

    static final String NONCE = "parallax.web.nonce";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final Supplier<String> nonces;
    private final boolean secure;

    SecurityHeadersFilter(Supplier<String> nonces, boolean secure) {
        this.nonces = nonces;
        this.secure = secure;
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

    static String policy(String nonce) {
        return POLICY.formatted(nonce);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        String nonce = nonces.get();
        request.setAttribute(NONCE, nonce);
        fixed().forEach(answer::setHeader);
        answer.setHeader("Content-Security-Policy", policy(nonce));
        if (secure) {
            answer.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
        if (Paths.isPersonalLink(((HttpServletRequest) request).getRequestURI())) {
            answer.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        chain.doFilter(request, response);
    }
}
