package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** Touchpoints of an engagement, as a whole list; their entity tag is the engagement's. */
@Path("/api/engagements/{id}/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TouchpointResource {

    private final EngagementService engagements;
    private final QuestionnaireService questionnaires;

    TouchpointResource(EngagementService engagements, QuestionnaireService questionnaires) {
        this.engagements = engagements;
        this.questionnaires = questionnaires;
    }

    @Operation(summary = "The touchpoints of an engagement")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = TouchpointJson.class))))
    public Response get(@PathParam("id") EngagementId id) {
        int version = engagements.require(id).version();
        List<TouchpointJson> touchpoints = questionnaires.current(id).touchpoints().stream()
                .map(TouchpointJson::from)
                .toList();
        return Response.ok(new GenericEntity<>(touchpoints) {})
                .tag(Versions.tag(version))
                .build();
    }

    @Operation(summary = "Replace the whole list of touchpoints")
    @PUT
    @Permit(Who.STAFF)
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = TouchpointJson.class))))
    public Response replace(
            @PathParam("id") EngagementId id,
            List<@Nullable TouchpointJson> touchpoints,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        questionnaires.replaceTouchpoints(
                Caller.of(security), id, touchpoints, "", version -> Versions.requireMatch(ifMatch, version));
        return get(id);
    }
}
