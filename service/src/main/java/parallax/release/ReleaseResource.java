package parallax.release;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** One release. */
@Path("/api/releases/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class ReleaseResource {

    private final ReleaseService releases;

    ReleaseResource(ReleaseService releases) {
        this.releases = releases;
    }

    /** Its figures as they were frozen, rounded for clients; none once it is withdrawn. */
    @Operation(summary = "A release with its frozen figures")
    @GET
    @Permit(Who.STAFF)
    public ReleaseView show(@PathParam("id") ReleaseId id) {
        ReleaseRow release = releases.require(id);
        return release.withdrawnAt() == null
                ? ReleaseView.with(release, releases.figures(id))
                : ReleaseView.from(release);
    }

    /** It stays in the ledger. A withdrawn release stays as it is. */
    @Operation(summary = "Withdraw a release; it still counts for what may be released later")
    @POST
    @Path("withdraw")
    @Permit(Who.STAFF)
    public ReleaseView withdraw(@PathParam("id") ReleaseId id, @Context SecurityContext security) {
        return ReleaseView.from(releases.withdraw(Caller.of(security), id));
    }
}
