package parallax.study;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import parallax.questionnaire.Audience;
import parallax.study.WaveService.CreateWave;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** Planning a new wave. */
@Path("/engagements/{id}/waves/new")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class NewWavePages {

    private static final CreateWave BLANK = CreateWave.named("", EnumSet.copyOf(Audience.raters()));

    private final EngagementService engagements;
    private final WaveService waves;

    NewWavePages(EngagementService engagements, WaveService waves) {
        this.engagements = engagements;
        this.waves = waves;
    }

    @GET
    @Permit(Who.STAFF)
    public WaveFormPage blank(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        return new WaveFormPage(
                PageContext.of(request), engagements.require(id), null, WaveFields.of(BLANK), List.of());
    }

    @POST
    @Permit(Who.STAFF)
    public Response create(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        Fields fields = new Fields(form);
        try {
            InputCheck check = new InputCheck();
            WaveInput input = WaveFields.read(fields, BLANK, check);
            check.finish();
            Wave wave = waves.create(Caller.of(request.getSecurityContext()), id, input);
            return SeeOther.to("/waves/" + wave.id(), "The wave is planned. Nobody is asked before you launch it.");
        } catch (InvalidInputException | WaveNameTakenException refused) {
            return Response.status(refused.type().status())
                    .entity(new WaveFormPage(
                            PageContext.of(request),
                            engagement,
                            null,
                            WaveFields.typed(fields, BLANK),
                            WaveFields.atFields(refused.errors())))
                    .build();
        }
    }
}
