package parallax.results;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Where a figure comes from. */
@Path("/api/figures/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class FigureResource {

    private final FigureReading figures;

    FigureResource(FigureReading figures) {
        this.figures = figures;
    }

    @Operation(summary = "A figure with its definition, formula, wording, settings and the rule of its verdict")
    @GET
    @Permit(Who.STAFF)
    public FigureOrigin show(@PathParam("id") String id) {
        return figures.require(id);
    }
}
