package parallax.release;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** Releases by hand: made from a wave's page, each looked at and withdrawn on its own. */
@Path("/waves/{wave}/releases")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ReleasePages {

    private final ReleaseService releases;

    ReleasePages(ReleaseService releases) {
        this.releases = releases;
    }

    /** Figures as they were frozen; none once it is withdrawn. */
    @GET
    @Path("{id}")
    @Permit(Who.STAFF)
    @Consumes(MediaType.WILDCARD)
    public ReleasePage show(
            @PathParam("wave") WaveId wave, @PathParam("id") ReleaseId id, @Context ContainerRequestContext request) {
        return releases.page(PageContext.of(request), wave, id);
    }

    @POST
    @Permit(Who.STAFF)
    public Response make(@PathParam("wave") WaveId wave, @Context ContainerRequestContext request) {
        try {
            ReleaseService.Made made = releases.make(Caller.of(request.getSecurityContext()), wave, ReleaseInput.ALL);
            ReleaseRow release = made.release();
            String words = made.isNew()
                    ? "Release %d is made. Its figures cannot change any more."
                    : "Release %d shows exactly this already. No other was made.";
            return SeeOther.to(url(wave, release.id()), words.formatted(release.number()));
        } catch (ReleaseRefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(new ReleaseRefusedPage(PageContext.of(request), wave, refused))
                    .build();
        }
    }

    @POST
    @Path("{id}/withdraw")
    @Permit(Who.STAFF)
    public Response withdraw(
            @PathParam("wave") WaveId wave, @PathParam("id") ReleaseId id, @Context ContainerRequestContext request) {
        ReleaseRow withdrawn = releases.withdraw(Caller.of(request.getSecurityContext()), wave, id);
        return SeeOther.to(
                url(wave, id), "Release %d is withdrawn. It stays in the ledger.".formatted(withdrawn.number()));
    }

    private static String url(WaveId wave, ReleaseId id) {
        return "/waves/%s/releases/%s".formatted(wave, id);
    }
}
