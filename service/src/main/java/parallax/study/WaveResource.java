package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** A wave. */
@Path("/api/waves/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WaveResource {

    private final WaveService waves;

    WaveResource(WaveService waves) {
        this.waves = waves;
    }

    @Operation(summary = "A wave with its state")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WaveView.class)))
    public Response get(@PathParam("id") WaveId id) {
        return shown(waves.require(id));
    }

    @Operation(summary = "Change the plan of a wave")
    @PATCH
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WaveView.class)))
    public Response change(
            @PathParam("id") WaveId id,
            WaveInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return shown(waves.update(Caller.of(security), id, input, version -> Versions.requireMatch(ifMatch, version)));
    }

    private static Response shown(Wave wave) {
        return Response.ok(WaveView.from(wave))
                .tag(Versions.tag(wave.version()))
                .build();
    }
}
