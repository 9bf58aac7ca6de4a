package parallax.interview;

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
import parallax.interview.InterviewService.Recorded;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Calls and interviews, told by scripts. */
@Path("/api/waves/{id}/interviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InterviewsResource {

    private final InterviewService interviews;

    InterviewsResource(InterviewService interviews) {
        this.interviews = interviews;
    }

    /**
     * Customers only. 409 when the person answered already, refused or stopped, or the wave takes no answers. A call without an
     * interview that is told twice is one call.
     */
    @Operation(summary = "Enter a call: an interview held by phone, or how else it ended")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Recorded.class)))
    public Response record(@PathParam("id") WaveId id, InterviewInput input, @Context SecurityContext security) {
        return Response.status(Response.Status.CREATED)
                .entity(interviews.record(Caller.of(security), id, input))
                .build();
    }
}
