package parallax.fieldwork;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** "Stop all mails". Looking changes nothing; a POST acts at once, whoever sends it and in whatever form (RFC 8058). */
@Path("/u/{token}")
@Produces(MediaType.TEXT_HTML)
public final class StopPages {

    private final StopService stops;

    StopPages(StopService stops) {
        this.stops = stops;
    }

    @GET
    @Permit(Who.ANYONE)
    public StopPage ask(@PathParam("token") String token, @Context ContainerRequestContext request) {
        return new StopPage(PageContext.of(request), stops.client(token).orElse(null), false);
    }

    /** 200 and no redirect, however often. */
    @POST
    @Permit(Who.ANYONE)
    public StopPage stop(@PathParam("token") String token, @Context ContainerRequestContext request) {
        stops.stop(token);
        return new StopPage(PageContext.of(request), stops.client(token).orElse(null), true);
    }
}
