package parallax.study;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The generated forms, to be read before they are sent. */
@Path("/engagements/{id}/forms/{audience}")
@Produces(MediaType.TEXT_HTML)
public final class FormPages {

    private final EngagementService engagements;
    private final QuestionnaireService questionnaires;

    FormPages(EngagementService engagements, QuestionnaireService questionnaires) {
        this.engagements = engagements;
        this.questionnaires = questionnaires;
    }

    @GET
    @Permit(Who.STAFF)
    public FormPreviewPage show(
            @PathParam("id") EngagementId id,
            @PathParam("audience") String audience,
            @QueryParam("language") @DefaultValue("") String language,
            @Context ContainerRequestContext request) {
        return new FormPreviewPage(
                PageContext.of(request), engagements.require(id), questionnaires.form(id, audience, language));
    }
}
