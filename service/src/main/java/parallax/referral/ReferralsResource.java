package parallax.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** People named as the right person, told to scripts. */
@Path("/api/waves/{id}/referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferralsResource {

    private final ReferralService referrals;

    ReferralsResource(ReferralService referrals) {
        this.referrals = referrals;
    }

    /** Those that wait for a decision. */
    @Schema(name = "Referrals")
    record All(List<ReferralLine> items) {}

    /** What to do with somebody who was named; nothing: no invitation. */
    @Schema(name = "ReferralDecision")
    record Decision(
            @Schema(description = "Whether to invite them in this wave at once; left out: no") @Nullable
            Boolean invite) {}

    @Operation(summary = "People whom customers named as the right person")
    @GET
    @Permit(Who.STAFF)
    public All list(@PathParam("id") WaveId id) {
        return new All(referrals.list(id).stream().map(ReferralLine::of).toList());
    }

    /** 404 when it was decided already, 409 when the address is a contact's, or stopped our mails, or the wave takes no answers. */
    @Operation(summary = "Make a contact of somebody who was named")
    @POST
    @Path("{referral}/confirm")
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReferralService.Confirmed.class)))
    public Response confirm(
            @PathParam("id") WaveId id,
            @PathParam("referral") UUID referral,
            @Nullable Decision decision,
            @Context SecurityContext security) {
        boolean invite = decision != null && Boolean.TRUE.equals(decision.invite());
        return Response.status(Response.Status.CREATED)
                .entity(referrals.confirm(Caller.of(security), id, referral, invite))
                .build();
    }

    @Operation(summary = "Dismiss a referral")
    @DELETE
    @Path("{referral}")
    @Permit(Who.STAFF)
    public void dismiss(
            @PathParam("id") WaveId id, @PathParam("referral") UUID referral, @Context SecurityContext security) {
        referrals.dismiss(Caller.of(security), id, referral);
    }
}
