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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parallax.study.WaveService.CreateWave;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** A wave in the workspace. */
@Path("/waves/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class WavePages {

    private final EngagementService engagements;
    private final WaveService waves;
    private final List<WavePanel> panels;

    /** @param panels grows while the service is wired */
    WavePages(EngagementService engagements, WaveService waves, List<WavePanel> panels) {
        this.engagements = engagements;
        this.waves = waves;
        this.panels = panels;
    }

    @GET
    @Permit(Who.STAFF)
    public WaveHomePage home(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        Caller caller = Caller.of(request.getSecurityContext());
        return new WaveHomePage(
                PageContext.of(request),
                engagements.require(wave.engagementId()),
                wave,
                panels.stream()
                        .map(panel -> panel.stage(wave))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null),
                panels.stream()
                        .map(panel -> panel.content(caller, wave))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(WavePanel.Content::order))
                        .toList());
    }

    @GET
    @Path("/settings")
    @Permit(Who.STAFF)
    public WaveFormPage settings(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        return new WaveFormPage(
                PageContext.of(request),
                engagements.require(wave.engagementId()),
                wave,
                WaveFields.of(CreateWave.like(wave)),
                List.of());
    }

    @POST
    @Path("/settings")
    @Permit(Who.STAFF)
    public Response change(
            @PathParam("id") WaveId id, MultivaluedMap<String, String> form, @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        Fields fields = new Fields(form);
        CreateWave base = CreateWave.like(wave);
        try {
            InputCheck check = new InputCheck();
            WaveInput input = WaveFields.read(fields, base, check);
            check.finish();
            waves.update(Caller.of(request.getSecurityContext()), id, input, version -> {});
            return SeeOther.to("/waves/" + id, "The plan is saved.");
        } catch (InvalidInputException | WaveNameTakenException refused) {
            return Response.status(refused.type().status())
                    .entity(new WaveFormPage(
                            PageContext.of(request),
                            engagements.require(wave.engagementId()),
                            wave,
                            WaveFields.typed(fields, base),
                            WaveFields.atFields(refused.errors())))
                    .build();
        }
    }
}
