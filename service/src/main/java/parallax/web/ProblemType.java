package parallax.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of error a user can meet: slug under {@code /problems/}, status and title (RFC 9457). */
public enum ProblemType {
    MALFORMED(400, "The request cannot be read", "What was sent cannot be read. Check its form and send it again."),
    NOT_SIGNED_IN(401, "Sign in first", "Sign in, or send a valid token as Authorization: Bearer."),
    FORBIDDEN(403, "Not allowed", "Your account may not do this."),
    NOT_FOUND(404, "Not found", "There is nothing at this address, or it is not yours to see."),
    METHOD_NOT_ALLOWED(
            405, "Not possible here", "This address does not serve that method; the Allow header says which it does."),
    NOT_ACCEPTABLE(
            406,
            "Not available in that format",
            "This address does not serve the format asked for in the Accept header."),
    CONFLICT(
            409, "That does not fit the present state", "That does not fit the present state. Load it again and look."),
    CHANGED_MEANWHILE(
            412,
            "Somebody changed this meanwhile",
            "Somebody changed this after you loaded it. Load it again and repeat your change."),
    TOO_LARGE(413, "Too large", "That is more than is read here. Send less."),
    UNSUPPORTED_TYPE(
            415, "That kind of content is not read here", "This address does not read the Content-Type that was sent."),
    INVALID(422, "Please correct the input", "The input can be read, but some of it is wrong. Nothing was saved."),
    TOO_MANY_REQUESTS(429, "Too many requests", "That was too often. Wait as long as the Retry-After header says."),
    INTERNAL(
            500,
            "Something went wrong on our side",
            "Nothing was saved. Try again; if it happens again, tell the operator."),
    UNAVAILABLE(503, "Not available for a moment", "The service is busy. Try again in a few seconds.");

    /** What a request that writes is told. */
    static final String NOTHING_SAVED = "Nothing was saved\\.";

    private final int status;
    private final String title;
    private final String detail;

    ProblemType(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What to say where nothing more is known: a sentence with what to do. */
    public String detail() {
        return detail;
    }

    static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** Stable name, such as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
