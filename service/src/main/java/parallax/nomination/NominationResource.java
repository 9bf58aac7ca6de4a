package parallax.nomination;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Versions;

/** Who chose the customers of a wave. */
@Path("/api/waves/{id}/nomination")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NominationResource {

    private final NominationService nominations;
    private final WaveService waves;

    NominationResource(NominationService nominations, WaveService waves) {
        this.nominations = nominations;
        this.waves = waves;
    }

    /** 404 while nobody recorded it. */
    @Operation(summary = "How the customers of a wave were chosen")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NominationInput.class)))
    public Response get(@PathParam("id") WaveId id) {
        waves.require(id);
        return shown(nominations
                .findRow(id)
                .orElseThrow(() -> new RefusedException(
                        ProblemType.NOT_FOUND,
                        "Nobody recorded how the customers of this wave were chosen; PUT it here.")));
    }

    /** 422 with everything that is wrong; 409 once the wave is sealed. */
    @Operation(summary = "Record how the customers of a wave were chosen: eligible, named, struck with reason")
    @PUT
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NominationInput.class)))
    public Response save(
            @PathParam("id") WaveId id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NominationInput.class)))
                    @NotNull
                    NominationInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return shown(nominations.save(
                Caller.of(security), id, input.check(), version -> Versions.requireMatch(ifMatch, version)));
    }

    @Operation(summary = "Forget how the customers of a wave were chosen")
    @DELETE
    @Permit(Who.STAFF)
    public void delete(
            @PathParam("id") WaveId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        nominations.delete(Caller.of(security), id, version -> Versions.requireMatch(ifMatch, version));
    }

    private static Response shown(NominationRow row) {
        return Response.ok(NominationInput.of(row.toNomination()))
                .tag(Versions.tag(row.version()))
                .build();
    }
}
