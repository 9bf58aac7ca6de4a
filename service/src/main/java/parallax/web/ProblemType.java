package parallax.web;

import java.util.Locale;

/** Every kind of error a user can meet: slug under {@code /problems/}, status and title (RFC 9457). */
public enum ProblemType {
    MALFORMED(400, "The request cannot be read"),
    NOT_SIGNED_IN(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not possible here"),
    NOT_ACCEPTABLE(406, "Not available in that format"),
    CONFLICT(409, "That does not fit the present state"),
    CHANGED_MEANWHILE(412, "Somebody changed this meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "That kind of content is not read here"),
    INVALID(422, "Please correct the input"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Not available for a moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Stable name, such as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
