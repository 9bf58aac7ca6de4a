package parallax.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cookies of this service: over TLS they are {@code __Host-} ones, which no other host or path can set. */
public final class SessionCookies {

    private final boolean secure;

    /** @param baseUrl as browsers see this service */
    public SessionCookies(URI baseUrl) {
        this.secure = "https".equals(baseUrl.getScheme());
    }

    public NewCookie issue(String sessionId) {
        return cookie(sessionName(), sessionId, NewCookie.DEFAULT_MAX_AGE);
    }

    public NewCookie expired() {
        return cookie(sessionName(), "", 0);
    }

    public Optional<String> sessionOf(Map<String, Cookie> cookies) {
        return value(cookies.get(sessionName()));
    }

    String sessionName() {
        return secure ? "__Host-session" : "session";
    }

    String flashName() {
        return secure ? "__Host-flash" : "flash";
    }

    NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }

    static Optional<String> value(@Nullable Cookie cookie) {
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }
}
