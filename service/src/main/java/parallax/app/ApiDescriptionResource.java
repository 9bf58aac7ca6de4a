package parallax.app;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The API as OpenAPI and as a page to read. */
@Path("/api")
@Hidden
public final class ApiDescriptionResource {

    private final OpenApiDocument document;

    ApiDescriptionResource(OpenApiDocument document) {
        this.document = document;
    }

    @Operation(summary = "This description")
    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Permit(Who.ANYONE)
    public String json() {
        return document.json();
    }

    @Operation(summary = "This description, to read")
    @GET
    @Path("/docs")
    @Produces(MediaType.TEXT_HTML)
    @Permit(Who.ANYONE)
    public ApiPage page(@Context ContainerRequestContext request) {
        return new ApiPage(PageContext.of(request), document.operations());
    }
}
