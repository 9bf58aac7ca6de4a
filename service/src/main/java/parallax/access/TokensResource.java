package parallax.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Slice;

/** One's own API tokens. */
@Path("/api/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {

    private final TokenService tokens;

    TokensResource(TokenService tokens) {
        this.tokens = tokens;
    }

    /** @param name what the token is for; 1 to 100 characters */
    public record CreateTokenRequest(
            @NotBlank @Size(max = 100) String name) {}

    /**
     * With HTTP Basic; the answer is the only place where the token is ever shown. An Idempotency-Key is not heeded here: to
     * repeat the answer the token would have to be kept.
     */
    @Operation(summary = "Make a token, with mail address and password; it is shown once")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permit(Permit.Who.ANYONE)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewToken.class)))
    public Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest connection,
            @NotNull @Valid CreateTokenRequest request) {
        BasicCredentials credentials = BasicCredentials.of(authorization);
        NewToken token = tokens.create(credentials, request.name(), connection.getRemoteAddr());
        return Response.created(URI.create("/api/tokens/" + token.id()))
                .entity(token)
                .build();
    }

    @Operation(summary = "One's own tokens")
    @GET
    @Permit(Permit.Who.SIGNED_IN)
    public Slice<TokenRow> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context SecurityContext security) {
        return tokens.list(Caller.of(security), limit, after);
    }

    @Operation(summary = "Take a token back")
    @DELETE
    @Path("{id}")
    @Permit(Permit.Who.SIGNED_IN)
    public void revoke(@PathParam("id") UUID id, @Context SecurityContext security) {
        tokens.revoke(Caller.of(security), id);
    }
}
