package parallax.study;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The first page after sign-in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class EngagementListPages {

    private final EngagementService engagements;
    private final WaveService waves;

    EngagementListPages(EngagementService engagements, WaveService waves) {
        this.engagements = engagements;
        this.waves = waves;
    }

    @GET
    @Permit(Who.STAFF)
    public EngagementListPage list(@Context ContainerRequestContext request) {
        return new EngagementListPage(
                PageContext.of(request),
                engagements.list().stream()
                        .map(engagement -> EngagementListPage.Line.of(engagement, waves.list(engagement.id())))
                        .toList());
    }
}
