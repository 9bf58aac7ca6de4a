package parallax.interview;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.interview.CallPage.Typed;
import parallax.interview.CallService.Told;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The call list, and what stands before and after a call. */
@Path("/waves/{id}/calls")
@Produces(MediaType.TEXT_HTML)
public final class CallPages {

    private final CallService calls;
    private final InterviewViews views;

    CallPages(CallService calls, InterviewViews views) {
        this.calls = calls;
        this.views = views;
    }

    @GET
    @Permit(Who.STAFF)
    public CallsPage list(
            @PathParam("id") WaveId id,
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("after") @Nullable String after,
            @Context ContainerRequestContext request) {
        CallService.Filter filter =
                new CallService.Filter(language.isEmpty() ? null : language, outcome.isEmpty() ? null : outcome);
        return views.list(PageContext.of(request), id, filter, after);
    }

    @GET
    @Path("{invitation}")
    @Permit(Who.STAFF)
    public CallPage call(
            @PathParam("id") WaveId id,
            @PathParam("invitation") UUID invitation,
            @CookieParam(InterviewCookie.NAME) @Nullable String token,
            @Context ContainerRequestContext request) {
        return views.call(PageContext.of(request), id, invitation, token, Typed.NOTHING);
    }

    @POST
    @Path("{invitation}/outcome")
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response outcome(
            @PathParam("id") WaveId id,
            @PathParam("invitation") UUID invitation,
            @FormParam("outcome") @DefaultValue("") String code,
            @Context SecurityContext security) {
        CallRow row = calls.require(id, invitation);
        Optional<CallOutcome> outcome = CallOutcome.find(code)
                .filter(found -> found != CallOutcome.COMPLETED && found != CallOutcome.APPOINTMENT);
        if (outcome.isEmpty()) {
            return SeeOther.to("/waves/%s/calls/%s".formatted(id, invitation), "Say how the call ended.");
        }
        calls.record(Caller.of(security), id, row, new Told(outcome.get(), views.now(), null));
        return SeeOther.to(
                "/waves/" + id + "/calls",
                "Kept: %s.".formatted(outcome.get().words().toLowerCase(Locale.ROOT)));
    }

    @POST
    @Path("{invitation}/appointment")
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appointment(
            @PathParam("id") WaveId id,
            @PathParam("invitation") UUID invitation,
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("time") @DefaultValue("") String time,
            @FormParam("zone") @DefaultValue("") String zone,
            @CookieParam(InterviewCookie.NAME) @Nullable String token,
            @Context ContainerRequestContext request) {
        CallRow row = calls.require(id, invitation);
        AppointmentTime appointment = AppointmentTime.read(day, time, row.timeZone(), zone, views.range(id));
        Instant at = appointment.at();
        if (at == null) {
            Typed typed = new Typed(day, time, zone, appointment.errors());
            return Response.status(422)
                    .entity(views.call(PageContext.of(request), id, invitation, token, typed))
                    .build();
        }
        calls.record(
                Caller.of(request.getSecurityContext()), id, row, new Told(CallOutcome.APPOINTMENT, views.now(), at));
        return SeeOther.to(
                "/waves/" + id + "/calls",
                "Appointment kept: %s their time.".formatted(TheirTime.moment(at, appointment.zone())));
    }
}
