package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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

/** Waves of an engagement. */
@Path("/api/engagements/{id}/waves")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EngagementWavesResource {

    private final EngagementService engagements;
    private final WaveService waves;

    EngagementWavesResource(EngagementService engagements, WaveService waves) {
        this.engagements = engagements;
        this.waves = waves;
    }

    /** Oldest first. */
    @Operation(summary = "The waves of an engagement")
    @GET
    @Permit(Who.STAFF)
    public Slice<WaveView> list(
            @PathParam("id") EngagementId id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        EngagementId engagement = engagements.require(id).id();
        return Listing.slice(
                waves.list(engagement).stream().map(WaveView::from).toList(),
                wave -> wave.id().toString(),
                limit,
                after);
    }

    @Operation(summary = "Plan a wave")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WaveView.class)))
    public Response create(@PathParam("id") EngagementId id, WaveInput input, @Context SecurityContext security) {
        Wave wave = waves.create(Caller.of(security), id, input);
        return Response.created(URI.create("/api/waves/" + wave.id()))
                .tag(Versions.tag(wave.version()))
                .entity(WaveView.from(wave))
                .build();
    }
}
