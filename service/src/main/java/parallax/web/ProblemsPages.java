package parallax.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Where the {@code type} of a problem leads. */
@Path("/problems")
@Produces(MediaType.TEXT_HTML)
public final class ProblemsPages {

    ProblemsPages() {}

    @GET
    @Path("{slug}")
    @Permit(Permit.Who.ANYONE)
    public Page problem(@PathParam("slug") String slug, @Context ContainerRequestContext request) {
        ProblemType type = ProblemType.ofSlug(slug).orElseThrow(NotFoundException::new);
        return new ProblemPage(PageContext.of(request), Problem.of(type), "");
    }
}
