package parallax.fieldwork;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Slice;

/** Every mail of a wave with its state. */
@Path("/api/waves/{id}/outbox")
@Produces(MediaType.APPLICATION_JSON)
public final class OutboxResource {

    private final MailListService mails;

    OutboxResource(MailListService mails) {
        this.mails = mails;
    }

    @Operation(summary = "Every mail of a wave with its state")
    @GET
    @Permit(Who.STAFF)
    public MailList list(
            @PathParam("id") WaveId id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return mails.list(id, after, Slice.limit(limit));
    }

    @Operation(summary = "One mail; with its words as long as no mail can leave the house")
    @GET
    @Path("{mail}")
    @Permit(Who.STAFF)
    public MailList.Item find(@PathParam("id") WaveId id, @PathParam("mail") UUID mail) {
        return mails.find(id, mail);
    }
}
