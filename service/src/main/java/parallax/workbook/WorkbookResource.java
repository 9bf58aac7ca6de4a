package parallax.workbook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** A team's gap analysis, for programs. */
@Path("/api/waves/{id}/workbooks")
public final class WorkbookResource {

    private final WorkbookDownload download;

    WorkbookResource(WorkbookDownload download) {
        this.download = download;
    }

    @Operation(summary = "A team's gap analysis as an Excel workbook, marked DRAFT")
    @GET
    @Path("{team}.xlsx")
    @Permit(Who.STAFF)
    @Produces(WorkbookFile.TYPE)
    @ApiResponse(responseCode = "200", description = "The team's workbook, a draft for the consultancy")
    @ApiResponse(responseCode = "404", description = "No such wave, or neither sales nor marketing")
    @ApiResponse(responseCode = "409", description = "The wave is not closed, or did not ask this team but the other")
    public Response workbook(@PathParam("id") WaveId wave, @PathParam("team") String team) {
        return download.of(wave, team);
    }
}
