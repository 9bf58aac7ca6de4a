package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Slice;
import parallax.web.Versions;

/** Engagements. */
@Path("/api/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EngagementResource {

    private final EngagementService engagements;

    EngagementResource(EngagementService engagements) {
        this.engagements = engagements;
    }

    @Operation(summary = "Engagements one may see")
    @GET
    @Permit(Who.STAFF)
    public Slice<EngagementView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        return Listing.slice(
                engagements.list().stream().map(EngagementView::from).toList(),
                engagement -> engagement.id().toString(),
                limit,
                after);
    }

    @Operation(summary = "Make an engagement; it starts with the standard touchpoints")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response create(EngagementInput input, @Context SecurityContext security) {
        Engagement engagement = engagements.create(Caller.of(security), input);
        return Response.created(URI.create("/api/engagements/" + engagement.id()))
                .tag(Versions.tag(engagement.version()))
                .entity(EngagementView.from(engagement))
                .build();
    }

    @Operation(summary = "An engagement with its settings")
    @GET
    @Path("/{id}")
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response get(@PathParam("id") EngagementId id) {
        return shown(engagements.require(id));
    }

    @Operation(summary = "Change name and settings; some are frozen at the first launch")
    @PATCH
    @Path("/{id}")
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EngagementView.class)))
    public Response change(
            @PathParam("id") EngagementId id,
            EngagementInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return shown(
                engagements.update(Caller.of(security), id, input, version -> Versions.requireMatch(ifMatch, version)));
    }

    /** @param confirm the engagement's name: what is deleted cannot be brought back */
    @Operation(summary = "Delete an engagement with its people, answers and keys, for good")
    @DELETE
    @Path("/{id}")
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "204")
    public Response delete(
            @PathParam("id") EngagementId id,
            @QueryParam("confirm") @Nullable String confirm,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        engagements.delete(Caller.of(security), id, confirm, version -> Versions.requireMatch(ifMatch, version));
        return Response.noContent().build();
    }

    private static Response shown(Engagement engagement) {
        return Response.ok(EngagementView.from(engagement))
                .tag(Versions.tag(engagement.version()))
                .build();
    }
}
