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
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
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
    private final SecureRandom random;

    IdempotencyFilter(IdempotencyStore store, ObjectMapper mapper, Signer signer, SecureRandom random) {
        this.store = store;
        this.mapper = mapper;
        this.signer = signer;
        this.random = random;
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
        Claim claim = claim(caller, key, request);
        store.claim(caller.id(), claim.key(), claim.hash())
                .ifPresentOrElse(kept -> answerAgain(request, kept, claim), () -> request.setProperty(CLAIM, claim));
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
                        claim.seal().close(body, random)));
        if (response.hasEntity()) {
            response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static void answerAgain(ContainerRequestContext request, IdempotencyStore.Kept kept, Claim claim) {
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
        String body = claim.seal().open(answer.body());
        if (!body.isEmpty()) {
            again.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        }
        request.abortWith(again.build());
    }

    /**
     * What is kept tells nothing of the request: of an interview the answers could be guessed from the counted ones, and key,
     * body or answer would tell who gave them, and when. So the key and the hash of address and body are hashed under a key that
     * is not in the database, and the answer opens only with the very request that it belongs to. The body is held in memory
     * meanwhile, hence only a small one.
     */
    private Claim claim(Caller caller, String key, ContainerRequestContext request) throws IOException {
        InputStream stream = request.getEntityStream();
        byte[] body = stream.readNBytes(BodyLimitFilter.SMALL + 1);
        if (body.length > BodyLimitFilter.SMALL) {
            throw invalid(
                    key,
                    "A key is kept for bodies up to 1 MB. Leave it out: importing the same file again does no harm.");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        byte[] plainKey = (caller.id() + " " + key).getBytes(StandardCharsets.UTF_8);
        byte[] digest = digest(request, body);
        byte[] all = Arrays.copyOf(plainKey, plainKey.length + digest.length);
        System.arraycopy(digest, 0, all, plainKey.length, digest.length);
        return new Claim(
                caller.id(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(signer.mac("web.idempotency.key", plainKey)),
                signer.mac("web.idempotency", digest),
                new AnswerSeal(signer.mac("web.idempotency.answer", all)));
    }

    private static byte[] digest(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getUriInfo()
                    .getRequestUri()
                    .getRawSchemeSpecificPart()
                    .getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
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

    /**
     * A request that may be repeated.
     *
     * @param key as it is kept
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by the store
    private record Claim(UUID person, String key, byte[] hash, AnswerSeal seal) {}
}
