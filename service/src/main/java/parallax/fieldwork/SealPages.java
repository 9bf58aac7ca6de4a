package parallax.fieldwork;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The button "Seal the wave". */
@Path("/waves/{id}/seal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class SealPages {

    private final SealService sealing;

    SealPages(SealService sealing) {
        this.sealing = sealing;
    }

    @POST
    @Permit(Who.STAFF)
    public Response seal(
            @PathParam("id") WaveId id,
            @FormParam("confirm") @Nullable String confirm,
            @Context SecurityContext security) {
        sealing.seal(Caller.of(security), id, confirm);
        return SeeOther.to("/waves/" + id, "The wave is sealed: its keys are destroyed and its links lead nowhere.");
    }
}
