package parallax.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a request throws into a {@link Problem}. */
final class ExceptionMappers {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMappers.class);
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Incidents incidents;

    ExceptionMappers(Incidents incidents) {
        this.incidents = incidents;
    }

    List<ExceptionMapper<?>> all() {
        return List.of(new Refused(), new OfJaxRs(), new OfJson(), new OfValidation(), new Unexpected());
    }

    Object problemOf(Throwable thrown) {
        return respond(thrown).getEntity();
    }

    private Response respond(Throwable thrown) {
        Optional<Response> known = Causes.find(thrown, RefusedException.class).map(ExceptionMappers::refused);
        if (known.isPresent()) {
            return known.get();
        }
        if (Causes.isDatabaseBusy(thrown)) {
            LOG.warn("database has no connection to give: {}", Causes.withoutMessages(thrown));
            return refused(new LaterException(ProblemType.UNAVAILABLE, ProblemType.UNAVAILABLE.detail(), BUSY));
        }
        if (Causes.isBrokenRequest(thrown)) {
            return Problem.of(ProblemType.MALFORMED).response();
        }
        return unexpected(thrown);
    }

    private Response unexpected(Throwable thrown) {
        String incident = incidents.next();
        // Messages of exceptions quote what was typed; only classes and places are logged.
        LOG.error("incident {}: {}", incident, Causes.withoutMessages(thrown));
        LOG.debug("incident {}", incident, thrown);
        return Problem.of(ProblemType.INTERNAL, ProblemType.INTERNAL.detail() + " Incident " + incident + ".")
                .response();
    }

    private static Response refused(RefusedException refused) {
        String detail =
                Optional.ofNullable(refused.getMessage()).orElse(refused.type().detail());
        Response.ResponseBuilder answer = new Problem(refused.type(), detail, refused.errors()).builder();
        if (refused instanceof LaterException later) {
            answer.header(HttpHeaders.RETRY_AFTER, later.retryAfterSeconds());
        }
        if (refused instanceof CredentialsRefusedException credentials) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, credentials.challenge());
        }
        return answer.build();
    }

    private final class Refused implements ExceptionMapper<RefusedException> {

        @Override
        public Response toResponse(RefusedException refused) {
            return refused(refused);
        }
    }

    private final class OfJaxRs implements ExceptionMapper<WebApplicationException> {

        @Override
        public Response toResponse(WebApplicationException thrown) {
            Response original = thrown.getResponse();
            if (original.getStatus() < 400 || original.hasEntity()) {
                return original;
            }
            if (thrown instanceof ParamException parameter && !(thrown instanceof ParamException.PathParamException)) {
                return parameter(parameter);
            }
            if (original.getStatus() >= 500
                    || Causes.find(thrown, RefusedException.class).isPresent()) {
                return respond(thrown);
            }
            return problem(original);
        }

        private Response problem(Response original) {
            ProblemType type = ProblemType.ofStatus(original.getStatus()).orElse(ProblemType.MALFORMED);
            Response.ResponseBuilder answer = Problem.of(type).builder();
            List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE).stream()
                    .filter(original.getHeaders()::containsKey)
                    .forEach(name -> answer.header(name, original.getHeaderString(name)));
            return answer.build();
        }

        private Response parameter(ParamException thrown) {
            String kind = thrown.getParameterType()
                    .getSimpleName()
                    .replace("Param", "")
                    .toLowerCase(Locale.ROOT);
            return Problem.invalid(List.of(InputError.field(
                            thrown.getParameterName(),
                            null,
                            "The " + kind + " parameter is not of the expected form.")))
                    .response();
        }
    }

    private final class OfJson implements ExceptionMapper<JsonProcessingException> {

        @Override
        public Response toResponse(JsonProcessingException thrown) {
            if (JsonProblems.isOurs(thrown)) {
                return respond(thrown);
            }
            return Causes.find(thrown, RefusedException.class)
                    .map(ExceptionMappers::refused)
                    .orElseGet(() -> JsonProblems.of(thrown).response());
        }
    }

    private static final class OfValidation implements ExceptionMapper<ConstraintViolationException> {

        @Override
        public Response toResponse(ConstraintViolationException thrown) {
            return Problem.invalid(ViolationErrors.of(thrown)).response();
        }
    }

    private final class Unexpected implements ExceptionMapper<Throwable> {

        @Override
        public Response toResponse(@Nullable Throwable thrown) {
            return respond(thrown == null ? new IllegalStateException() : thrown);
        }
    }
}
