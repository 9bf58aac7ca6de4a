package parallax.release;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Slice;

/** Releases of a wave. */
@Path("/api/waves/{id}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WaveReleasesResource {

    private final ReleaseService releases;

    WaveReleasesResource(ReleaseService releases) {
        this.releases = releases;
    }

    /** Oldest first, without figures; withdrawn ones too. */
    @Operation(summary = "The releases of a wave")
    @GET
    @Permit(Who.STAFF)
    public Slice<ReleaseView> list(
            @PathParam("id") WaveId wave,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Slice.limit(limit);
        int last = Slice.after(after).map(key -> number(key, after)).orElse(0);
        List<ReleaseView> rows = releases.list(wave).stream()
                .filter(row -> row.number() > last)
                .limit(size + 1L)
                .map(ReleaseView::from)
                .toList();
        return Slice.of(rows, size, row -> Integer.toString(row.number()));
    }

    private static int number(String key, @Nullable String cursor) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException other) {
            throw Slice.wrongCursor(String.valueOf(cursor));
        }
    }

    /**
     * 409 with the offending groups if it would, with all earlier ones, tell something about too few. 200 with the earlier
     * one if a release that still stands shows the same.
     */
    @Operation(summary = "Freeze what client people may see of a closed wave, checked against the ledger")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(
            responseCode = "200",
            description = "A release that still stands shows the same; nothing was made",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    public Response make(
            @PathParam("id") WaveId wave, @Nullable ReleaseInput input, @Context SecurityContext security) {
        ReleaseService.Made made = releases.make(Caller.of(security), wave, input == null ? ReleaseInput.ALL : input);
        return Response.status(made.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .location(URI.create("/api/releases/" + made.release().id()))
                .entity(ReleaseView.from(made.release()))
                .build();
    }
}
