package parallax.results;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import parallax.diagnostic.DiagnosticTable;
import parallax.diagnostic.Diagnostics;
import parallax.finding.FindingService;
import parallax.finding.Findings;
import parallax.study.WaveId;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The figures of a closed wave, question by question, for consultants. */
@Path("/waves/{wave}/results")
public final class ResultsPages {

    private final FindingService findings;
    private final Diagnostics diagnostics;

    ResultsPages(FindingService findings, Diagnostics diagnostics) {
        this.findings = findings;
        this.diagnostics = diagnostics;
    }

    @GET
    @Permit(Who.STAFF)
    @Produces(MediaType.TEXT_HTML)
    public ResultsPage show(
            @PathParam("wave") WaveId wave, @Context UriInfo uri, @Context ContainerRequestContext request) {
        Findings found = findings.of(wave);
        ResultsView view = ResultsView.of(found, uri.getQueryParameters());
        return new ResultsPage(PageContext.of(request), found, view, DiagnosticTable.of(diagnostics.of(wave)));
    }

    /** The table on screen. */
    @GET
    @Path("/table.csv")
    @Permit(Who.STAFF)
    @Produces(FigureFormat.CSV_TYPE)
    public Response table(@PathParam("wave") WaveId wave, @Context UriInfo uri) {
        Findings found = findings.of(wave);
        ResultsView view = ResultsView.of(found, uri.getQueryParameters());
        ResultsTable table = new ResultsTable(
                view.question(), view, new ResultsRow.Reader(found).rows(view.question(), view.segment()));
        return Response.ok(table.csv(), FigureFormat.CSV_TYPE + ";charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.csv\""
                                .formatted(view.question().key()))
                .build();
    }
}
