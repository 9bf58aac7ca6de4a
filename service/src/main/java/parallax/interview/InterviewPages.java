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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The interview itself, a page a part. */
@Path("/waves/{id}/calls/{invitation}/interview")
@Produces(MediaType.TEXT_HTML)
public final class InterviewPages {

    private final InterviewFlow flow;

    InterviewPages(InterviewFlow flow) {
        this.flow = flow;
    }

    @POST
    @Path("start")
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(
            @PathParam("id") WaveId id,
            @PathParam("invitation") UUID invitation,
            @FormParam("anew") @DefaultValue("false") boolean anew,
            @CookieParam(InterviewCookie.NAME) @Nullable String token,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request.getSecurityContext());
        return flow.start(new InterviewFlow.Held(caller, id, invitation, token), anew, request);
    }

    @GET
    @Permit(Who.STAFF)
    public Response show(
            @PathParam("id") WaveId id,
            @PathParam("invitation") UUID invitation,
            @QueryParam("page") @Nullable String page,
            @QueryParam("more") @Nullable String more,
            @CookieParam(InterviewCookie.NAME) @Nullable String token,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request.getSecurityContext());
        return flow.show(new InterviewFlow.Held(caller, id, invitation, token), page, more != null, request);
    }

    @POST
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(
            @PathParam("id") WaveId id,
            @PathParam("invitation") UUID invitation,
            MultivaluedMap<String, String> form,
            @CookieParam(InterviewCookie.NAME) @Nullable String token,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request.getSecurityContext());
        return flow.post(new InterviewFlow.Held(caller, id, invitation, token), form, request);
    }
}
