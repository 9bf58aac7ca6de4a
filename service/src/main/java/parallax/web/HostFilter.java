package parallax.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses requests for another host than the one in the configured address: nobody is led here under a strange name.
 * Loopback names are always known; where the address is itself one of them, nothing was configured and all are.
 */
final class HostFilter implements Filter {

    private static final int MISDIRECTED = 421;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String own;

    HostFilter(URI baseUrl) {
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "PARALLAX_BASE_URL names no host: %s. Write it as https://surveys.example.org.".formatted(baseUrl));
        }
        this.own = baseUrl.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isKnown(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(MISDIRECTED);
        answer.setContentType("text/plain; charset=utf-8");
        answer.getWriter().println("This service is not known under that host name. Use the address you were given.");
    }

    private boolean isKnown(String host) {
        return LOOPBACK.contains(own) || LOOPBACK.contains(host) || host.equals(own);
    }
}
