package parallax.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import parallax.web.CredentialsRefusedException;

/** Mail address and password as HTTP Basic sends them (RFC 7617, UTF-8). */
record BasicCredentials(String email, String password) {

    private static final String SCHEME = "basic ";

    /** @throws CredentialsRefusedException when the header is missing or not of that form */
    static BasicCredentials of(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0) {
                return new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw refused();
    }

    static CredentialsRefusedException refused() {
        return new CredentialsRefusedException(
                "Send your mail address and password as HTTP Basic; these are missing or wrong.",
                "Basic realm=\"Parallax\", charset=\"UTF-8\"");
    }

    @Override
    public String toString() {
        return "BasicCredentials";
    }
}
