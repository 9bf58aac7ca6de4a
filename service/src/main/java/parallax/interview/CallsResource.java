package parallax.interview;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Slice;

/** The call list. */
@Path("/api/waves/{id}/calls")
@Produces(MediaType.APPLICATION_JSON)
public final class CallsResource {

    private final CallService calls;

    CallsResource(CallService calls) {
        this.calls = calls;
    }

    /**
     * Customers who are open and have a number, the next one to call first. {@code outcome} is that of the last call, or
     * {@code never}. Empty when the wave takes no answers.
     */
    @Operation(summary = "Whom to call")
    @GET
    @Permit(Who.STAFF)
    public Slice<CallLine> list(
            @PathParam("id") WaveId id,
            @QueryParam("language") @Nullable String language,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return calls.list(id, new CallService.Filter(language, outcome), Slice.limit(limit), after);
    }
}
