package parallax.intake;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import parallax.contact.ContactBatches.TakenBack;
import parallax.study.EngagementId;
import parallax.table.TextWorkbook;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** What became of a file that was imported. */
@Path("/engagements/{id}/contacts/imports/{import}")
@Produces(MediaType.TEXT_HTML)
public final class ImportPages {

    private final ImportService imports;
    private final RejectedFiles rejected;

    ImportPages(ImportService imports, RejectedFiles rejected) {
        this.imports = imports;
        this.rejected = rejected;
    }

    static String path(EngagementId id) {
        return "/engagements/" + id + "/contacts/imports";
    }

    @GET
    @Permit(Who.STAFF)
    public ImportReportPage report(
            @PathParam("id") EngagementId id,
            @PathParam("import") UUID importId,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context ContainerRequestContext request) {
        ImportRow row = imports.require(caller(request), id, importId);
        int skip = CheckPage.ROWS * Math.max(0, Math.min(page, FileReading.MOST_ROWS) - 1);
        List<FileRow> rows = imports.listRejected(importId, skip, CheckPage.ROWS);
        About about = imports.about(row);
        return new ImportReportPage(
                PageContext.of(request),
                imports.requireEngagement(id),
                row,
                about == null
                        ? ProblemLines.NONE
                        : new ProblemLines(about, new CheckPage.Part(Listed.REJECTED, skip, rows)));
    }

    @GET
    @Path("rejected.xlsx")
    @Produces(TextWorkbook.TYPE)
    @Permit(Who.STAFF)
    public Response rejected(
            @PathParam("id") EngagementId id,
            @PathParam("import") UUID importId,
            @Context ContainerRequestContext request) {
        return rejected.of(imports.require(caller(request), id, importId));
    }

    @POST
    @Path("undo")
    @Permit(Who.STAFF)
    public Response undo(
            @PathParam("id") EngagementId id,
            @PathParam("import") UUID importId,
            @Context ContainerRequestContext request) {
        imports.require(caller(request), id, importId);
        TakenBack back = imports.undo(caller(request), importId);
        return SeeOther.to(
                "/engagements/" + id + "/contacts",
                "The import was undone: %,d contacts are gone, %,d are again as they were."
                        .formatted(back.removed(), back.restored()));
    }

    private static Caller caller(ContainerRequestContext request) {
        return Caller.of(request.getSecurityContext());
    }
}
