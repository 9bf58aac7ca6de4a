package parallax.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into a form for the anti-forgery token and leaves the body to be read again. */
final class FormFields {

    static final String TOKEN = "_csrf";

    // Of an upload only this much is looked at: the token is the form's first field.
    private static final int PEEK = 4096;
    private static final Pattern FIRST_PART = Pattern.compile(
            "\\A--[^\\r\\n]+\\r\\n(?:[^\\r\\n]+\\r\\n)*?content-disposition: *form-data; *name=\"_csrf\"\\r\\n"
                    + "(?:[^\\r\\n]+\\r\\n)*\\r\\n([A-Za-z0-9._-]+)\\r\\n",
            Pattern.CASE_INSENSITIVE);

    private FormFields() {}

    static Optional<String> token(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (type == null) {
            return Optional.empty();
        }
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            return ofForm(request);
        }
        return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type) ? ofUpload(request) : Optional.empty();
    }

    private static Optional<String> ofForm(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String token = null;
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            requireClean(name, value);
            if (name.equals(TOKEN)) {
                token = value;
            }
        }
        return Optional.ofNullable(token);
    }

    private static void requireClean(String name, String value) {
        if (!CleanText.isClean(name) || !CleanText.isClean(value)) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    ProblemType.INVALID.detail(),
                    List.of(InputError.field(name.replace("\0", ""), null, CleanText.REFUSAL + ".")));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new RefusedException(ProblemType.MALFORMED, "The form holds a % that is not followed by two digits.");
        }
    }

    private static Optional<String> ofUpload(ContainerRequestContext request) throws IOException {
        InputStream body = new BufferedInputStream(request.getEntityStream(), PEEK);
        body.mark(PEEK);
        String start = new String(body.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
        body.reset();
        request.setEntityStream(body);
        Matcher first = FIRST_PART.matcher(start);
        return first.find() ? Optional.of(first.group(1)) : Optional.empty();
    }
}
