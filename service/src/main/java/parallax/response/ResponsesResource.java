package parallax.response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import parallax.database.Jobs;
import parallax.study.WaveId;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Import of answers gathered elsewhere. */
@Path("/api/waves/{id}/responses")
@Produces(MediaType.APPLICATION_JSON)
public final class ResponsesResource {

    /** Largest file, in bytes. */
    static final long MOST_BYTES = 64L << 20;

    private static final int MOST_ROWS_AT_ONCE = 5_000;

    private final ResponseImport imports;
    private final Jobs jobs;
    private final Incoming incoming;

    ResponsesResource(ResponseImport imports, Jobs jobs, Incoming incoming) {
        this.imports = imports;
        this.jobs = jobs;
        this.incoming = incoming;
    }

    @Operation(summary = "Import answers gathered elsewhere, all or nothing")
    @POST
    @Consumes("text/csv")
    @Permit(Who.STAFF)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ResponseImport.Imported.class)))
    public Response importAnswers(@PathParam("id") WaveId wave, @Context SecurityContext security, InputStream body) {
        Caller caller = Caller.of(security);
        imports.requireImportable(wave);
        ReceivedFile file = incoming.receive(body, MOST_BYTES);
        if (file.lines() - 1 > MOST_ROWS_AT_ONCE) {
            UUID job = file.handOver(() -> jobs.submit(caller.id(), progress -> {
                try (file) {
                    return imports.importAnswers(caller, wave, file, row -> progress.at(row, file.lines()));
                }
            }));
            return Response.accepted(new Job(job, "queued"))
                    .location(URI.create("/api/jobs/" + job))
                    .build();
        }
        try (file) {
            return Response.status(Response.Status.CREATED)
                    .entity(imports.importAnswers(caller, wave, file, row -> {}))
                    .build();
        }
    }

    /** A job that began. */
    record Job(UUID id, String state) {}
}
