package parallax.contact;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Slice;

/** People of an engagement. */
@Path("/api/engagements/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactsResource {

    private final ContactEditing contacts;

    ContactsResource(ContactEditing contacts) {
        this.contacts = contacts;
    }

    @Operation(summary = "The people of an engagement")
    @GET
    @Permit(Who.STAFF)
    public Slice<ContactView> list(
            @PathParam("id") EngagementId engagement,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return contacts.list(engagement, Slice.limit(limit), after);
    }
}
