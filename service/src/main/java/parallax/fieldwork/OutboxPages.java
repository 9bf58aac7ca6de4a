package parallax.fieldwork;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The mails of a wave; the mails themselves, links included, only while none can leave the house. */
@Path("/waves/{id}/outbox")
@Produces(MediaType.TEXT_HTML)
public final class OutboxPages {

    private final FieldworkViews views;

    OutboxPages(FieldworkViews views) {
        this.views = views;
    }

    @GET
    @Permit(Who.STAFF)
    public OutboxPage list(
            @PathParam("id") WaveId id,
            @QueryParam("after") @Nullable String after,
            @Context ContainerRequestContext request) {
        return views.outbox(PageContext.of(request), id, after);
    }

    @GET
    @Path("{mail}")
    @Permit(Who.STAFF)
    public MailPage read(
            @PathParam("id") WaveId id, @PathParam("mail") UUID mail, @Context ContainerRequestContext request) {
        return views.mail(PageContext.of(request), id, mail);
    }
}
