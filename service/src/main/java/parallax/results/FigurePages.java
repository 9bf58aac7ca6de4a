package parallax.results;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** Where a figure comes from, as a page. */
@Path("/figures/{id}")
@Produces(MediaType.TEXT_HTML)
public final class FigurePages {

    private final FigureReading figures;

    FigurePages(FigureReading figures) {
        this.figures = figures;
    }

    @GET
    @Permit(Who.STAFF)
    public FigurePage show(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return new FigurePage(PageContext.of(request), figures.require(id));
    }
}
