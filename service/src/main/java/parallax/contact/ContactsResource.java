package parallax.contact;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.database.Jobs;
import parallax.study.EngagementId;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Slice;

/** People of an engagement: import and list. */
@Path("/api/engagements/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactsResource {

    /** Largest file, in bytes. */
    static final long MOST_BYTES = 10L << 20;

    private static final int MOST_ROWS_AT_ONCE = 5_000;

    private final ContactImport imports;
    private final ContactEditing contacts;
    private final Jobs jobs;
    private final Incoming incoming;

    ContactsResource(ContactImport imports, ContactEditing contacts, Jobs jobs, Incoming incoming) {
        this.imports = imports;
        this.contacts = contacts;
        this.jobs = jobs;
        this.incoming = incoming;
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

    @Operation(summary = "Import contacts from a table, with a report of its rows")
    @POST
    @Consumes("text/csv")
    @Permit(Who.STAFF)
    public Response importTable(
            @PathParam("id") EngagementId engagement,
            @QueryParam("dry_run") boolean dryRun,
            @Context SecurityContext security,
            InputStream body) {
        imports.requireEngagement(engagement);
        return importFile(Caller.of(security), engagement, dryRun, incoming.receive(body, MOST_BYTES));
    }

    @Operation(summary = "Import contacts from an uploaded file")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response importUpload(
            @PathParam("id") EngagementId engagement,
            @QueryParam("dry_run") boolean dryRun,
            @Context SecurityContext security,
            @FormDataParam("file") @Nullable InputStream file) {
        imports.requireEngagement(engagement);
        return importFile(Caller.of(security), engagement, dryRun, incoming.receive(required(file), MOST_BYTES));
    }

    private Response importFile(Caller caller, EngagementId engagement, boolean dryRun, ReceivedFile file) {
        ContactImport.Order order = new ContactImport.Order(file, dryRun);
        if (file.lines() - 1 > MOST_ROWS_AT_ONCE) {
            UUID job = file.handOver(() -> jobs.submit(caller.id(), progress -> {
                try (file) {
                    return imports.importContacts(caller, engagement, order, row -> progress.at(row, file.lines()))
                            .report();
                }
            }));
            return Response.accepted(new Job(job, "queued"))
                    .location(URI.create("/api/jobs/" + job))
                    .build();
        }
        try (file) {
            return Response.ok(imports.importContacts(caller, engagement, order, row -> {})
                            .report())
                    .build();
        }
    }

    static InputStream required(@Nullable InputStream file) {
        if (file == null) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "No file was sent.",
                    List.of(InputError.field("file", null, "Choose the CSV file with the contacts")));
        }
        return file;
    }

    /** A job that began. */
    record Job(UUID id, String state) {}
}
