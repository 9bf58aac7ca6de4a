package parallax.contact;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** The people of an engagement, for consultants. */
@Path("/engagements/{id}/contacts")
@Produces(MediaType.TEXT_HTML)
public final class ContactPages {

    private static final int A_PAGE = 50;
    private static final String TEMPLATE =
            "audience,email,phone,name,salutation,role,language,account,account_owner,time_zone,segment.region\r\n";

    private final ContactService contacts;
    private final ContactEditing editing;
    private final ContactImport imports;
    private final Incoming incoming;

    ContactPages(ContactService contacts, ContactEditing editing, ContactImport imports, Incoming incoming) {
        this.contacts = contacts;
        this.editing = editing;
        this.imports = imports;
        this.incoming = incoming;
    }

    @GET
    @Permit(Who.STAFF)
    public ContactsPage list(
            @PathParam("id") EngagementId id,
            @QueryParam("after") @Nullable String after,
            @Context ContainerRequestContext request) {
        return page(id, after, null, request);
    }

    private ContactsPage page(
            EngagementId id,
            @Nullable String after,
            @Nullable RefusedException refused,
            ContainerRequestContext request) {
        return new ContactsPage(
                PageContext.of(request),
                imports.requireEngagement(id),
                contacts.count(id),
                editing.list(id, A_PAGE, after),
                imports.list(id),
                refused);
    }

    @GET
    @Path("template.csv")
    @Produces("text/csv")
    @Permit(Who.STAFF)
    public Response template(@PathParam("id") EngagementId id) {
        imports.requireEngagement(id);
        return Response.ok(TEMPLATE)
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contacts.csv\"")
                .build();
    }

    /** Somebody came back to the address of a file that is gone. */
    @GET
    @Path("check")
    @Permit(Who.STAFF)
    public Response checkAgain(@PathParam("id") EngagementId id) {
        return SeeOther.to("/engagements/" + id + "/contacts");
    }

    @GET
    @Path("import")
    @Permit(Who.STAFF)
    public Response importAgain(@PathParam("id") EngagementId id) {
        return SeeOther.to("/engagements/" + id + "/contacts");
    }

    @GET
    @Path("imports/{import}")
    @Permit(Who.STAFF)
    public ImportReportPage report(
            @PathParam("id") EngagementId id,
            @PathParam("import") UUID importId,
            @Context ContainerRequestContext request) {
        return ImportReportPage.ofWritten(
                PageContext.of(request), imports.requireEngagement(id), imports.require(id, importId));
    }

    /** Looks at a file and shows what importing it would do; the file goes back and forth with the page. */
    @POST
    @Path("check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response check(
            @PathParam("id") EngagementId id,
            @Context ContainerRequestContext request,
            @FormDataParam("file") @Nullable InputStream content,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition) {
        boolean chosen = disposition != null
                && disposition.getFileName() != null
                && !disposition.getFileName().isEmpty();
        try (ReceivedFile file =
                incoming.receive(ContactsResource.required(chosen ? content : null), ContactsResource.MOST_BYTES)) {
            ContactImport.Outcome outcome = run(id, request, new ContactImport.Order(file, true));
            return Response.ok(ImportReportPage.ofChecked(
                            PageContext.of(request),
                            imports.requireEngagement(id),
                            outcome,
                            Base64.getEncoder().encodeToString(file.bytes())))
                    .build();
        } catch (RefusedException refused) {
            return refused(id, refused, request);
        }
    }

    /** Imports the file that the page before showed. */
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response importChecked(
            @PathParam("id") EngagementId id,
            @Context ContainerRequestContext request,
            @FormDataParam("content") @Nullable String content) {
        try (ReceivedFile file =
                incoming.receive(new ByteArrayInputStream(decoded(content)), ContactsResource.MOST_BYTES)) {
            ContactImport.Outcome outcome = run(id, request, new ContactImport.Order(file, false));
            return SeeOther.to("/engagements/" + id + "/contacts/imports/"
                    + outcome.report().importId());
        } catch (RefusedException refused) {
            return refused(id, refused, request);
        }
    }

    private ContactImport.Outcome run(EngagementId id, ContainerRequestContext request, ContactImport.Order order) {
        return imports.importContacts(Caller.of(request.getSecurityContext()), id, order, row -> {});
    }

    private Response refused(EngagementId id, RefusedException refused, ContainerRequestContext request) {
        return Response.status(refused.type().status())
                .entity(page(id, null, refused, request))
                .build();
    }

    private static byte[] decoded(@Nullable String content) {
        try {
            return Base64.getDecoder().decode(content == null ? "" : content.strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    ProblemType.MALFORMED, "The file did not come back whole with the page. Choose it again.");
        }
    }

    @GET
    @Path("{contact}/remove")
    @Permit(Who.STAFF)
    public RemovePage askToRemove(
            @PathParam("id") EngagementId id,
            @PathParam("contact") UUID contact,
            @Context ContainerRequestContext request) {
        return new RemovePage(PageContext.of(request), imports.requireEngagement(id), editing.require(id, contact));
    }

    @POST
    @Path("{contact}/remove")
    @Permit(Who.STAFF)
    public Response remove(
            @PathParam("id") EngagementId id,
            @PathParam("contact") UUID contact,
            @Context ContainerRequestContext request) {
        editing.removeFrom(Caller.of(request.getSecurityContext()), id, contact);
        return SeeOther.to("/engagements/" + id + "/contacts", "Contact removed.");
    }

    @POST
    @Path("imports/{import}/undo")
    @Permit(Who.STAFF)
    public Response undo(
            @PathParam("id") EngagementId id,
            @PathParam("import") UUID importId,
            @Context ContainerRequestContext request) {
        imports.require(id, importId);
        imports.undo(Caller.of(request.getSecurityContext()), importId);
        return SeeOther.to("/engagements/" + id + "/contacts", "The import was undone; its contacts are gone.");
    }
}
