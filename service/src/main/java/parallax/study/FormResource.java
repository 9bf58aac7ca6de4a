package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The generated forms: what respondents will see. */
@Path("/api/engagements/{id}/forms/{audience}")
@Produces(MediaType.APPLICATION_JSON)
public final class FormResource {

    private final QuestionnaireService questionnaires;

    FormResource(QuestionnaireService questionnaires) {
        this.questionnaires = questionnaires;
    }

    @Operation(summary = "The form an audience will see")
    @GET
    @Permit(Who.STAFF)
    public FormView get(
            @PathParam("id") EngagementId id,
            @PathParam("audience") String audience,
            @QueryParam("language") @DefaultValue("") String language) {
        return FormView.from(questionnaires.form(id, audience, language));
    }
}
