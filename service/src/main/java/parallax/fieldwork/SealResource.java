package parallax.fieldwork;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.CloseResource.Closed;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Sealing a closed wave. */
@Path("/api/waves/{id}/seal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SealResource {

    private final SealService sealing;

    SealResource(SealService sealing) {
        this.sealing = sealing;
    }

    /** A sealed wave stays as it is. */
    @Operation(summary = "Seal a closed wave: keys destroyed, links gone, cannot be undone; confirm with its name")
    @POST
    @Permit(Who.STAFF)
    public Closed seal(@PathParam("id") WaveId id, @NotNull SealInput input, @Context SecurityContext security) {
        return Closed.from(sealing.seal(Caller.of(security), id, input.confirm()));
    }

    /** @param confirm the wave's name */
    record SealInput(@Nullable String confirm) {}
}
