package parallax.monitor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.fieldwork.FieldService;
import parallax.study.AnswerSource;
import parallax.study.EngagementService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The field of a wave on a page that fetches itself anew. */
@Path("/waves/{id}/field")
@Produces(MediaType.TEXT_HTML)
public final class MonitorPages {

    private final EngagementService engagements;
    private final WaveService waves;
    private final FieldService field;

    MonitorPages(EngagementService engagements, WaveService waves, FieldService field) {
        this.engagements = engagements;
        this.waves = waves;
        this.field = field;
    }

    @GET
    @Permit(Who.STAFF)
    public MonitorPage show(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        if (wave.source() != AnswerSource.FIELDWORK) {
            throw new RefusedException(
                    ProblemType.NOT_FOUND,
                    "Wave “%s” is not in the field: it was not launched, or its answers were gathered elsewhere."
                            .formatted(wave.name()));
        }
        return new MonitorPage(
                PageContext.of(request), engagements.require(wave.engagementId()), wave, field.numbers(id));
    }
}
