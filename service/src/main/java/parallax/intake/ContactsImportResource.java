package parallax.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
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
import parallax.study.EngagementService;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.table.TextWorkbook;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Import of a file of people in one request, for scripts. */
@Path("/api/engagements/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactsImportResource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntakeService intakes;
    private final EngagementService engagements;
    private final Jobs jobs;
    private final Incoming incoming;

    ContactsImportResource(IntakeService intakes, EngagementService engagements, Jobs jobs, Incoming incoming) {
        this.intakes = intakes;
        this.engagements = engagements;
        this.jobs = jobs;
        this.incoming = incoming;
    }

    @Operation(summary = "Import contacts from a table, with a report of its rows")
    @POST
    @Consumes({"text/csv", TextWorkbook.TYPE})
    @Permit(Who.STAFF)
    public Response importTable(
            @PathParam("id") EngagementId engagement,
            @QueryParam("dry_run") boolean dryRun,
            @Context SecurityContext security,
            InputStream body) {
        return importFile(security, engagement, body, MappingInput.OF_THE_HEADER, dryRun);
    }

    @Operation(summary = "Import contacts from an uploaded file, with a mapping of its columns")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response importUpload(
            @PathParam("id") EngagementId engagement,
            @QueryParam("dry_run") boolean dryRun,
            @Context SecurityContext security,
            @FormDataParam("file") @Nullable InputStream file,
            @FormDataParam("mapping") @Nullable String mapping) {
        return importFile(security, engagement, required(file), mapping(mapping), dryRun);
    }

    private Response importFile(
            SecurityContext security, EngagementId engagement, InputStream body, MappingInput mapping, boolean dryRun) {
        engagements.require(engagement);
        Caller caller = Caller.of(security);
        ReceivedFile file = incoming.receive(body, IntakeService.MOST_BYTES);
        IntakeService.Order order = new IntakeService.Order(file, mapping, dryRun);
        if (file.isZip() || file.lines() - 1 <= IntakeService.MOST_ROWS_AT_ONCE) {
            try (file) {
                return Response.ok(intakes.importAtOnce(caller, engagement, order, done -> {}))
                        .build();
            }
        }
        return accepted(file.handOver(() -> jobs.submit(caller.id(), progress -> {
            try (file) {
                return intakes.importAtOnce(caller, engagement, order, done -> progress.at(done, file.lines()));
            }
        })));
    }

    private static MappingInput mapping(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return MappingInput.OF_THE_HEADER;
        }
        try {
            return JSON.readValue(json, MappingInput.class);
        } catch (JsonProcessingException e) {
            throw new RefusedException(
                    ProblemType.MALFORMED,
                    "The part mapping must be a JSON object such as {\"fields\": {\"email\": \"E-Mail\"}}.",
                    List.of(InputError.field("mapping", null, "is no such JSON object")));
        }
    }

    static InputStream required(@Nullable InputStream file) {
        if (file == null) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "No file was sent.",
                    List.of(InputError.field("file", null, "Choose the file with the contacts, .xlsx or .csv")));
        }
        return file;
    }

    static Response accepted(UUID job) {
        return Response.accepted(new Job(job, "queued"))
                .location(URI.create("/api/jobs/" + job))
                .build();
    }

    /** A job that began. */
    record Job(UUID id, String state) {}
}
