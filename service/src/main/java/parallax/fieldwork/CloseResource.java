package parallax.fieldwork;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Closing a wave at once and for good. */
@Path("/api/waves/{id}/close")
@Produces(MediaType.APPLICATION_JSON)
public final class CloseResource {

    private final CloseService closing;

    CloseResource(CloseService closing) {
        this.closing = closing;
    }

    /** No more answers, all ballots counted. A closed wave stays as it is. */
    @Operation(summary = "Close a wave at once and for good, and count all ballots")
    @POST
    @Permit(Who.STAFF)
    public Closed close(@PathParam("id") WaveId id, @Context SecurityContext security) {
        return Closed.from(closing.close(Caller.of(security), id));
    }

    record Closed(WaveId id, String state, @Nullable Instant closedAt) {

        static Closed from(Wave wave) {
            return new Closed(wave.id(), wave.state().code(), wave.closedAt());
        }
    }
}
