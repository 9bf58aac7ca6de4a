package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** Team sizes, dispositions and known margins of a wave, by audience; its entity tag is the wave's. */
@Path("/api/waves/{id}/frame")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FrameResource {

    private final WaveService waves;
    private final AnsweredPeople answered;

    FrameResource(WaveService waves, AnsweredPeople answered) {
        this.waves = waves;
        this.answered = answered;
    }

    @Operation(summary = "Team sizes and dispositions of a wave")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FrameShape.class)))
    public Response get(@PathParam("id") WaveId id) {
        return shown(waves.require(id));
    }

    /** 422 for what contradicts the wave's audiences, its answers or itself; 409 once the wave is released or sealed. */
    @Operation(summary = "Set team sizes and dispositions of answers gathered elsewhere")
    @PUT
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FrameShape.class)))
    public Response replace(
            @PathParam("id") WaveId id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = FrameShape.class)))
                    Map<String, @Nullable Map<String, @Nullable Object>> frame,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return shown(waves.replaceFrames(
                Caller.of(security),
                id,
                (check, wave, planned) -> new FrameInput(frame)
                        .read(check, new FrameInput.Known(wave.audiences(), answered.of(id), planned)),
                version -> Versions.requireMatch(ifMatch, version)));
    }

    private Response shown(Wave wave) {
        return Response.ok(FrameInput.from(waves.frames(wave.id())).audiences())
                .tag(Versions.tag(wave.version()))
                .build();
    }
}
