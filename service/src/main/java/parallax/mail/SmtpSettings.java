package parallax.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.mailer.config.TransportStrategy;

/**
 * The mail server that takes what leaves. toString tells no password.
 *
 * @param user null: the server asks for none
 */
public record SmtpSettings(
        TransportStrategy security,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    private static final String USE =
            "use smtp://[user:password@]host[:port], the same with ?starttls=required, or smtps://[user:password@]host[:port]";

    /**
     * Reads {@code SMTP_URL}: {@code smtp://} (TLS when the server offers it), {@code smtp://…?starttls=required},
     * {@code smtps://}. User and password are percent-encoded.
     *
     * @return empty for a blank text: there is no mail server
     * @throws IllegalArgumentException when it is not such an address; the message never repeats it
     */
    public static Optional<SmtpSettings> parse(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        URI uri = uriOf(url.strip());
        TransportStrategy security = securityOf(uri);
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("SMTP_URL names no host: " + USE);
        }
        String login = uri.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null ? null : decode(colon < 0 ? login : login.substring(0, colon));
        String password = login == null || colon < 0 ? null : decode(login.substring(colon + 1));
        int port = uri.getPort() < 0 ? security.getDefaultServerPort() : uri.getPort();
        return Optional.of(new SmtpSettings(security, host, port, user, password));
    }

    private static URI uriOf(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("SMTP_URL cannot be read: " + USE);
        }
    }

    private static TransportStrategy securityOf(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("smtps") && uri.getQuery() == null) {
            return TransportStrategy.SMTPS;
        }
        if (scheme.equals("smtp") && uri.getQuery() == null) {
            return TransportStrategy.SMTP;
        }
        if (scheme.equals("smtp") && "starttls=required".equals(uri.getQuery())) {
            return TransportStrategy.SMTP_TLS;
        }
        throw new IllegalArgumentException("SMTP_URL has an unknown form: " + USE);
    }

    // URLDecoder reads a plus as a space, which a password may well hold.
    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SmtpSettings " + host + ":" + port;
    }
}
