package parallax.finding;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.study.WaveId;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The figures of a closed wave, question by question, for consultants. */
@Path("/waves/{wave}/results")
@Produces(MediaType.TEXT_HTML)
public final class ResultsPages {

    private final FindingService findings;

    ResultsPages(FindingService findings) {
        this.findings = findings;
    }

    @GET
    @Permit(Who.STAFF)
    public ResultsPage show(@PathParam("wave") WaveId wave, @Context ContainerRequestContext request) {
        return new ResultsPage(PageContext.of(request), findings.of(wave));
    }
}
