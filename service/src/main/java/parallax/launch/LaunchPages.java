package parallax.launch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.Words;
import parallax.launch.LaunchService.Launched;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The last look before the mails leave, and the way back for some minutes after. */
@Path("/waves/{id}/launch")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class LaunchPages {

    private final LaunchService launches;
    private final LaunchTools tools;

    LaunchPages(LaunchService launches, LaunchTools tools) {
        this.launches = launches;
        this.tools = tools;
    }

    @GET
    @Permit(Who.STAFF)
    @Consumes(MediaType.WILDCARD)
    public LaunchPage review(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        return page(id, request, new LaunchPage.Typed("", String.valueOf(LaunchService.HOLD_MINUTES), List.of()));
    }

    @POST
    @Permit(Who.STAFF)
    public Response launch(
            @PathParam("id") WaveId id,
            @FormParam("confirm") @Nullable String confirm,
            @FormParam("hold_minutes") @Nullable String hold,
            @Context ContainerRequestContext request,
            @Context SecurityContext security) {
        LaunchPlan plan = launches.plan(id);
        String typed = confirm == null ? "" : confirm.strip();
        String minutes = hold == null ? "" : hold.strip();
        List<InputError> errors = new ArrayList<>();
        if (!typed.equals(String.valueOf(plan.mails()))) {
            errors.add(InputError.field(
                    "confirm", typed, "Type %d, the number of people who get a mail.".formatted(plan.mails())));
        }
        if (!minutes.matches("\\d|[1-5]\\d|60")) {
            errors.add(InputError.field("hold_minutes", minutes, "Type the minutes as a number from 0 to 60."));
        }
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(page(id, request, new LaunchPage.Typed(typed, minutes, errors)))
                    .build();
        }
        Launched launched = launches.launch(Caller.of(security), id, Integer.parseInt(minutes));
        String said = minutes.equals("0")
                ? "Launched. The mails are leaving now."
                : "Launched. The first mails leave at %s; until then it can be cancelled."
                        .formatted(Words.clock(launched.heldUntil()));
        return SeeOther.to("/waves/" + id, said);
    }

    @POST
    @Path("cancel")
    @Permit(Who.STAFF)
    @Consumes(MediaType.WILDCARD)
    public Response cancel(@PathParam("id") WaveId id, @Context SecurityContext security) {
        launches.cancel(Caller.of(security), id);
        return SeeOther.to("/waves/" + id, "The launch is cancelled. No mail has left; the wave is a draft again.");
    }

    private LaunchPage page(WaveId id, ContainerRequestContext request, LaunchPage.Typed typed) {
        LaunchPage.Sending sending = new LaunchPage.Sending(
                tools.mail().leavesTheHouse(),
                tools.mail().from(),
                tools.messages().baseUrl(),
                tools.clock().instant());
        return new LaunchPage(PageContext.of(request), launches.plan(id), sending, typed);
    }
}
