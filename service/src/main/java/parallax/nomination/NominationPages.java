package parallax.nomination;

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
import java.util.List;
import parallax.study.EngagementService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** Who chose the customers of a wave: a form. */
@Path("/waves/{id}/nomination")
@Produces(MediaType.TEXT_HTML)
public final class NominationPages {

    private final NominationService nominations;
    private final EngagementService engagements;
    private final WaveService waves;

    NominationPages(NominationService nominations, EngagementService engagements, WaveService waves) {
        this.nominations = nominations;
        this.engagements = engagements;
        this.waves = waves;
    }

    @GET
    @Permit(Who.STAFF)
    public NominationPage show(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        return page(
                request,
                wave,
                nominations
                        .find(id)
                        .map(known ->
                                new NominationPage.Shown(NominationForm.of(known), known.toldWithReasons(), List.of()))
                        .orElseGet(() -> new NominationPage.Shown(NominationForm.blank(), null, List.of())));
    }

    @POST
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") WaveId id,
            MultivaluedMap<String, String> values,
            @Context ContainerRequestContext request) {
        Wave wave = waves.require(id);
        NominationForm form = NominationForm.of(values);
        try {
            nominations.save(
                    Caller.of(request.getSecurityContext()), id, form.read().check(), version -> {});
        } catch (RefusedException refused) {
            if (refused.type() != ProblemType.INVALID) {
                throw refused;
            }
            return Response.status(refused.type().status())
                    .entity(page(request, wave, new NominationPage.Shown(form, null, form.atFields(refused.errors()))))
                    .build();
        }
        return SeeOther.to("/waves/" + id, "Recorded. Summary and workbooks print it.");
    }

    private NominationPage page(ContainerRequestContext request, Wave wave, NominationPage.Shown shown) {
        return new NominationPage(PageContext.of(request), engagements.require(wave.engagementId()), wave, shown);
    }
}
