package parallax.referral;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.UUID;
import parallax.study.EngagementService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** People named as the right person: confirm or dismiss. */
@Path("/waves/{id}/referrals")
@Produces(MediaType.TEXT_HTML)
public final class ReferralPages {

    private final ReferralService referrals;
    private final EngagementService engagements;
    private final WaveService waves;

    ReferralPages(ReferralService referrals, EngagementService engagements, WaveService waves) {
        this.referrals = referrals;
        this.engagements = engagements;
        this.waves = waves;
    }

    @GET
    @Permit(Who.STAFF)
    public ReferralsPage list(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        return new ReferralsPage(
                PageContext.of(request), engagements.require(wave.engagementId()), wave, referrals.list(id));
    }

    @POST
    @Path("{referral}/confirm")
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @PathParam("id") WaveId id,
            @PathParam("referral") UUID referral,
            @FormParam("invite") @DefaultValue("false") boolean invite,
            @Context SecurityContext security) {
        ReferralService.Confirmed confirmed = referrals.confirm(Caller.of(security), id, referral, invite);
        return SeeOther.to(
                "/waves/" + id + "/referrals",
                confirmed.invited()
                        ? "They are a contact now, and invited: their mail leaves within minutes."
                        : "They are a contact now. Nobody has written to them.");
    }

    @POST
    @Path("{referral}/dismiss")
    @Permit(Who.STAFF)
    public Response dismiss(
            @PathParam("id") WaveId id, @PathParam("referral") UUID referral, @Context SecurityContext security) {
        referrals.dismiss(Caller.of(security), id, referral);
        return SeeOther.to("/waves/" + id + "/referrals", "Dismissed. Name and address are deleted.");
    }
}
