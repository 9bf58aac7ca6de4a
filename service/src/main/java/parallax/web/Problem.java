package parallax.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as callers read it (RFC 9457).
 *
 * @param detail what was wrong, where, and what to do; nothing about our inside
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
record Problem(
        @JsonIgnore ProblemType kind,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InputError> errors) {

    static final MediaType JSON = new MediaType("application", "problem+json");

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemType type) {
        return new Problem(type, type.detail(), List.of());
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    static Problem invalid(List<InputError> errors) {
        return new Problem(ProblemType.INVALID, ProblemType.INVALID.detail(), errors);
    }

    /** As the API tells it. */
    Problem forApi() {
        return new Problem(kind, detail, errors.stream().map(InputError::forApi).toList());
    }

    /** Without the sentence that only a request that writes has use for. */
    Problem ofReading() {
        return new Problem(
                kind, detail.replaceFirst(" ?" + ProblemType.NOTHING_SAVED, "").strip(), errors);
    }

    public String getType() {
        return "/problems/" + kind.slug();
    }

    public String getTitle() {
        return kind.title();
    }

    public int getStatus() {
        return kind.status();
    }

    /** As an answer whose form, JSON or page, {@link ProblemFilter} chooses. */
    Response response() {
        return builder().build();
    }

    Response.ResponseBuilder builder() {
        return Response.status(getStatus()).entity(this).type(JSON);
    }
}
