package parallax.workbook;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** A team's gap analysis, for the browser. */
@Hidden
@Path("/waves/{id}/workbooks")
public final class WorkbookPages {

    private final WorkbookDownload download;

    WorkbookPages(WorkbookDownload download) {
        this.download = download;
    }

    @GET
    @Path("{team}.xlsx")
    @Permit(Who.STAFF)
    public Response workbook(@PathParam("id") WaveId wave, @PathParam("team") String team) {
        return download.of(wave, team);
    }
}
