package parallax.summary;

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

/** The leadership page, for the consultant to look at. */
@Path("/waves/{wave}/summary")
@Produces(MediaType.TEXT_HTML)
public final class SummaryPages {

    private final SummaryService summaries;
    private final String consultancy;

    SummaryPages(SummaryService summaries, String consultancy) {
        this.summaries = summaries;
        this.consultancy = consultancy;
    }

    @GET
    @Permit(Who.STAFF)
    public SummaryPage show(@PathParam("wave") WaveId wave, @Context ContainerRequestContext request) {
        return new SummaryPage(PageContext.of(request), summaries.of(wave), consultancy);
    }
}
