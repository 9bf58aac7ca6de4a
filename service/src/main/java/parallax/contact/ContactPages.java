package parallax.contact;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The people of an engagement, for consultants. */
@Path("/engagements/{id}/contacts")
@Produces(MediaType.TEXT_HTML)
public final class ContactPages {

    private static final int A_PAGE = 50;

    private final ContactService contacts;
    private final ContactEditing editing;

    ContactPages(ContactService contacts, ContactEditing editing) {
        this.contacts = contacts;
        this.editing = editing;
    }

    @GET
    @Permit(Who.STAFF)
    public ContactsPage list(
            @PathParam("id") EngagementId id,
            @QueryParam("after") @Nullable String after,
            @Context ContainerRequestContext request) {
        return new ContactsPage(
                PageContext.of(request),
                editing.requireEngagement(id),
                contacts.count(id),
                editing.list(id, A_PAGE, after));
    }

    @GET
    @Path("{contact}/remove")
    @Permit(Who.STAFF)
    public RemovePage askToRemove(
            @PathParam("id") EngagementId id,
            @PathParam("contact") UUID contact,
            @Context ContainerRequestContext request) {
        return new RemovePage(PageContext.of(request), editing.requireEngagement(id), editing.require(id, contact));
    }

    @POST
    @Path("{contact}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Who.STAFF)
    public Response remove(
            @PathParam("id") EngagementId id,
            @PathParam("contact") UUID contact,
            @FormParam("asked") boolean asked,
            @Context ContainerRequestContext request) {
        editing.removeFrom(Caller.of(request.getSecurityContext()), id, contact, asked);
        return SeeOther.to(
                "/engagements/" + id + "/contacts",
                asked
                        ? "The contact is deleted as asked, and the address will not be taken in again."
                        : "Contact removed.");
    }
}
