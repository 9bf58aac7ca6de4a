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

/** Closing a wave for good, asked once more. */
@Path("/waves/{id}/close")
@Produces(MediaType.TEXT_HTML)
public final class ClosePages {

    private final CloseService closing;
    private final FieldworkViews views;

    ClosePages(CloseService closing, FieldworkViews views) {
        this.closing = closing;
        this.views = views;
    }

    @GET
    @Permit(Who.STAFF)
    public ClosePage ask(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        return views.close(PageContext.of(request), id);
    }

    @POST
    @Permit(Who.STAFF)
    public Response close(@PathParam("id") WaveId id, @Context SecurityContext security) {
        closing.close(Caller.of(security), id);
        return SeeOther.to("/waves/" + id, "The wave is closed and all its answers are counted.");
    }
}
