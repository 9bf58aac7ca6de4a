package parallax.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Lets a POST below {@code /api} be repeated under the same {@code Idempotency-Key} without being done twice. Not where
 * anybody may call: such an answer belongs to no known person, and that of {@code POST /api/tokens} is a secret.
 */
@Priority(Priorities.USER)
final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final String HEADER = "Idempotency-Key";

    private static final String CLAIM = "parallax.web.idempotency";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final IdempotencyStore store;
    private final ObjectMapper mapper;
    private final Signer signer;

    IdempotencyFilter(IdempotencyStore store, ObjectMapper mapper, Signer signer) {
        this.store = store;
        this.mapper = mapper;
        this.signer = signer;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null
                || !request.getMethod().equals(HttpMethod.POST)
                || !Paths.isApi(request)
                || !(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw invalid(key, "It must be 1 to 200 visible ASCII characters.");
        }
        store.claim(caller.id(), key, hashOf(request))
                .ifPresentOrElse(
                        kept -> answerAgain(request, kept),
                        () -> request.setProperty(CLAIM, new Claim(caller.id(), key)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
            return;
        }
        boolean done = response.getStatus() >= 200 && response.getStatus() < 300;
        boolean json = !response.hasEntity() || MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (!done || !json) {
            store.release(claim.person(), claim.key());
            return;
        }
        String body = response.hasEntity() ? mapper.writeValueAsString(response.getEntity()) : "";
        URI location = response.getLocation();
        store.keep(
                claim.person(),
                claim.key(),
                new IdempotencyStore.Answer(
                        response.getStatus(),
                        location == null ? null : location.toString(),
                        response.getStringHeaders().getFirst(HttpHeaders.ETAG),
                        body));
        if (response.hasEntity()) {
            response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static void answerAgain(ContainerRequestContext request, IdempotencyStore.Kept kept) {
        if (!kept.sameRequest()) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "This Idempotency-Key was used for another request. Take a new one.");
        }
        IdempotencyStore.Answer answer = kept.answer();
        if (answer == null) {
            throw new RefusedException(
                    ProblemType.CONFLICT, "The first request under this Idempotency-Key still runs. Ask again later.");
        }
        Response.ResponseBuilder again = Response.status(answer.status());
        if (answer.location() != null) {
            again.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.tag() != null) {
            again.header(HttpHeaders.ETAG, answer.tag());
        }
        if (!answer.body().isEmpty()) {
            again.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        request.abortWith(again.build());
    }

    /**
     * Hash of address and body, under a key that is not in the database: of an interview the body could be guessed from the
     * counted answers, and a plain hash would tell who gave them. The body is held in memory meanwhile, hence only a small one.
     */
    private byte[] hashOf(ContainerRequestContext request) throws IOException {
        InputStream stream = request.getEntityStream();
        byte[] body = stream.readNBytes(BodyLimitFilter.SMALL + 1);
        if (body.length > BodyLimitFilter.SMALL) {
            throw invalid(
                    String.valueOf(request.getHeaderString(HEADER)),
                    "A key is kept for bodies up to 1 MB. Leave it out: importing the same file again does no harm.");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getUriInfo()
                    .getRequestUri()
                    .getRawSchemeSpecificPart()
                    .getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return signer.mac("web.idempotency", digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RefusedException invalid(String key, String message) {
        return new RefusedException(
                ProblemType.INVALID,
                "The header " + HEADER + " is wrong.",
                List.of(InputError.field(HEADER, key, message)));
    }

    /** Puts the filter before the endpoints it is for. */
    DynamicFeature feature() {
        return new DynamicFeature() {
            @Override
            public void configure(ResourceInfo endpoint, FeatureContext context) {
                Permit permit = endpoint.getResourceMethod().getAnnotation(Permit.class);
                if (permit != null && permit.value() != Permit.Who.ANYONE) {
                    context.register(IdempotencyFilter.this);
                }
            }
        };
    }

    private record Claim(UUID person, String key) {}
}
