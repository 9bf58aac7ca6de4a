package parallax.launch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import parallax.launch.LaunchService.Launched;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Launching a wave, and taking that back while no mail has left. */
@Path("/api/waves/{id}/launch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LaunchResource {

    private final LaunchService launches;

    LaunchResource(LaunchService launches) {
        this.launches = launches;
    }

    /** 409 with reasons while something is missing. */
    @Operation(summary = "Launch a wave: freeze its form, make the invitations, start mailing")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Launched.class)))
    public Response launch(@PathParam("id") WaveId id, @Nullable LaunchInput input, @Context SecurityContext security) {
        Integer hold = input == null ? null : input.holdMinutes();
        Launched launched = launches.launch(Caller.of(security), id, hold == null ? LaunchService.HOLD_MINUTES : hold);
        return Response.accepted(launched)
                .location(URI.create("/api/waves/" + id))
                .build();
    }

    @Operation(summary = "Take a launch back while it is on hold")
    @POST
    @Path("cancel")
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "204")
    public void cancel(@PathParam("id") WaveId id, @Context SecurityContext security) {
        launches.cancel(Caller.of(security), id);
    }

    /** @param holdMinutes 0 to 60; absent: 5 */
    record LaunchInput(@Nullable Integer holdMinutes) {}
}
