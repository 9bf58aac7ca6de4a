package parallax.fieldwork;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    @GET
    @Permit(Who.STAFF)
    public MailList list(
            @PathParam("id") WaveId id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return mails.list(id, after, Slice.limit(limit));
    }
}
