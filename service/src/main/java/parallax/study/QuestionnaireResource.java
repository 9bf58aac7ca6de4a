package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Questionnaire;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** The whole model of an engagement's questionnaire; its entity tag is the engagement's. */
@Path("/api/engagements/{id}/questionnaire")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class QuestionnaireResource {

    private final EngagementService engagements;
    private final QuestionnaireService questionnaires;

    QuestionnaireResource(EngagementService engagements, QuestionnaireService questionnaires) {
        this.engagements = engagements;
        this.questionnaires = questionnaires;
    }

    /** @param version number of a frozen one; without it the one that can still be changed */
    @Operation(summary = "The questionnaire, or a frozen version of it")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QuestionnaireView.class)))
    public Response get(@PathParam("id") EngagementId id, @QueryParam("version") @Nullable Integer version) {
        Engagement engagement = engagements.require(id);
        if (version != null) {
            return Response.ok(QuestionnaireView.of(questionnaires.version(id, version), version))
                    .build();
        }
        Questionnaire current = questionnaires.current(id);
        return Response.ok(QuestionnaireView.of(current, null))
                .tag(Versions.tag(engagement.version()))
                .build();
    }

    @Operation(summary = "Replace the questionnaire")
    @PUT
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QuestionnaireView.class)))
    public Response replace(
            @PathParam("id") EngagementId id,
            QuestionnaireInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        questionnaires.replaceModel(Caller.of(security), id, input, version -> Versions.requireMatch(ifMatch, version));
        return get(id, null);
    }
}
