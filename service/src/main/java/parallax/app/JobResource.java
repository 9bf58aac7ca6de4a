package parallax.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.database.Jobs;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Long work, polled by whoever started it. */
@Path("/api/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private final Jobs jobs;
    private final ObjectMapper json;

    JobResource(Jobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    @Operation(summary = "How far a long piece of work is, and its result")
    @GET
    @Permit(Who.STAFF)
    public JobResponse find(@PathParam("id") UUID id, @Context SecurityContext security) {
        Jobs.Job job = jobs.find(id, Caller.of(security).id())
                .orElseThrow(() -> new RefusedException(
                        ProblemType.NOT_FOUND, "You have no job %s; jobs are kept for a day.".formatted(id)));
        return new JobResponse(job.state(), job.done(), job.total(), read(job.result()), read(job.problem()));
    }

    private @Nullable JsonNode read(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** state: queued, running, done or failed */
    record JobResponse(
            String state,
            int done,
            int total,
            @Nullable JsonNode result,
            @Nullable JsonNode problem) {}
}
