package parallax.diagnostic;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** What Sales, Marketing and leadership say to statements, for the consultancy: full precision, behind disclosure control. */
@Path("/api/waves/{id}/diagnostic")
@Produces(MediaType.APPLICATION_JSON)
public final class DiagnosticResource {

    private final Diagnostics diagnostics;

    DiagnosticResource(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Without items where the wave asks none. 409 while the wave is not closed and counted. */
    @Operation(summary = "Signs, mistakes and remedies of a closed wave, by audience, with the gaps between them")
    @GET
    @Permit(Who.STAFF)
    public DiagnosticJson get(@PathParam("id") WaveId wave) {
        return DiagnosticJson.from(diagnostics.of(wave));
    }
}
