package parallax.fieldwork;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import parallax.fieldwork.ReminderService.Reminded;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Reminders sent by hand. */
@Path("/api/waves/{id}/reminders")
@Produces(MediaType.APPLICATION_JSON)
public final class ReminderResource {

    private final ReminderService reminders;

    ReminderResource(ReminderService reminders) {
        this.reminders = reminders;
    }

    /** To those still open whose invitation arrived, two at most a person, an hour apart. */
    @Operation(summary = "Remind those who have not answered, now")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Reminded.class)))
    public Response remind(@PathParam("id") WaveId id, @Context SecurityContext security) {
        return Response.accepted(reminders.remindNow(Caller.of(security), id)).build();
    }
}
