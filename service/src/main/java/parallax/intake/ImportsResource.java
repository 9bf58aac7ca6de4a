package parallax.intake;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import parallax.table.TextWorkbook;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** An import that was written. */
@Path("/api/imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {

    private final ImportService imports;
    private final RejectedFiles rejected;

    ImportsResource(ImportService imports, RejectedFiles rejected) {
        this.imports = imports;
        this.rejected = rejected;
    }

    @Operation(summary = "Undo an import, until its first mail left")
    @DELETE
    @Permit(Who.STAFF)
    public void undo(@PathParam("id") UUID id, @Context SecurityContext security) {
        imports.undo(Caller.of(security), id);
    }

    @Operation(summary = "The rejected rows as a workbook with a column Problem, to be corrected and sent again")
    @GET
    @Path("rejected.xlsx")
    @Produces(TextWorkbook.TYPE)
    @Permit(Who.STAFF)
    public Response rejected(@PathParam("id") UUID id) {
        return rejected.of(imports.require(id));
    }
}
