package parallax.fieldwork;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** Asks before it reminds. */
@Path("/waves/{id}/reminders")
@Produces(MediaType.TEXT_HTML)
public final class ReminderPages {

    private final ReminderService reminders;

    private final FieldworkViews views;

    ReminderPages(ReminderService reminders, FieldworkViews views) {
        this.reminders = reminders;
        this.views = views;
    }

    @GET
    @Permit(Who.STAFF)
    public ReminderPage ask(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        return views.reminder(PageContext.of(request), id);
    }

    @POST
    @Permit(Who.STAFF)
    public Response remind(@PathParam("id") WaveId id, @Context SecurityContext security) {
        int mails = reminders.remindNow(Caller.of(security), id).reminded().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        String said = mails == 0
                ? "Nobody was reminded: all have answered, stopped mails, had two reminders, or one within the last hour."
                : "%s on the way to those who are still open."
                        .formatted(Words.count(mails, "reminder is", "reminders are"));
        return SeeOther.to("/waves/" + id, said);
    }
}
