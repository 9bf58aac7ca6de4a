package parallax.release;

import jakarta.ws.rs.Consumes;
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

/** Making and withdrawing releases by hand, from a wave's page. */
@Path("/waves/{wave}/releases")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ReleasePages {

    private final ReleaseService releases;

    ReleasePages(ReleaseService releases) {
        this.releases = releases;
    }

    @POST
    @Permit(Who.STAFF)
    public Response make(@PathParam("wave") WaveId wave, @Context ContainerRequestContext request) {
        try {
            ReleaseRow made = releases.make(Caller.of(request.getSecurityContext()), wave, ReleaseInput.ALL);
            return SeeOther.to(
                    "/waves/" + wave,
                    "Release %d is made. Its figures cannot change any more.".formatted(made.number()));
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
                "/waves/" + wave, "Release %d is withdrawn. It stays in the ledger.".formatted(withdrawn.number()));
    }
}
