package parallax.study;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Touchpoint;
import parallax.study.TouchpointsForm.Row;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;
import parallax.web.Versions;

/** The touchpoints editor, and the forms it makes. */
@Path("/engagements/{id}/touchpoints")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class TouchpointPages {

    private final EngagementService engagements;
    private final QuestionnaireService questionnaires;
    private final Bank bank;

    TouchpointPages(EngagementService engagements, QuestionnaireService questionnaires, Bank bank) {
        this.engagements = engagements;
        this.questionnaires = questionnaires;
        this.bank = bank;
    }

    @GET
    @Permit(Who.STAFF)
    public TouchpointsPage show(
            @PathParam("id") EngagementId id,
            @QueryParam("moved") @DefaultValue("") String moved,
            @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        return page(request, engagement, TouchpointsForm.of(questionnaires.current(id)), moved, List.of());
    }

    @POST
    @Permit(Who.STAFF)
    public Response save(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> fields,
            @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        String language = engagement.languages().get(0);
        TouchpointsForm form = TouchpointsForm.typed(fields);
        List<Row> chosen = form.chosen(bank, language);
        Fields sent = new Fields(fields);
        IntConsumer sameVersion = version -> Versions.requireMatch("\"" + sent.text("version") + "\"", version);
        try {
            questionnaires.replaceTouchpoints(
                    Caller.of(request.getSecurityContext()),
                    id,
                    chosen.stream()
                            .map(row -> row.toJson(engagement.languages(), base(engagement, row.key())))
                            .toList(),
                    "",
                    sameVersion);
        } catch (InvalidInputException refused) {
            return again(request, engagement, form, TouchpointsForm.atFields(refused.errors(), chosen), refused);
        } catch (TouchpointsInUseException refused) {
            return again(request, engagement, form, List.of(), refused);
        } catch (RefusedException refused) {
            if (refused.type() != ProblemType.CHANGED_MEANWHILE) {
                throw refused;
            }
            InputError changed = InputError.field("touchpoints", null, TouchpointsPage.CHANGED);
            return again(request, engagement, form, List.of(changed), refused);
        }
        String move = sent.text("move");
        String back = "/engagements/" + id + "/touchpoints";
        return move.isEmpty()
                ? SeeOther.to(back, Words.count(chosen.size(), "touchpoint", "touchpoints") + " saved.")
                : SeeOther.to(back + "?moved=" + URLEncoder.encode(move, StandardCharsets.UTF_8));
    }

    private @Nullable Touchpoint base(Engagement engagement, String key) {
        return questionnaires.current(engagement.id()).touchpoints().stream()
                .filter(touchpoint -> touchpoint.key().equals(key))
                .findFirst()
                .or(() -> bank.find(key).map(touchpoint -> bank.inLanguages(touchpoint, engagement.languages())))
                .orElse(null);
    }

    private Response again(
            ContainerRequestContext request,
            Engagement engagement,
            TouchpointsForm form,
            List<InputError> errors,
            RefusedException refused) {
        return Response.status(refused.type().status())
                .entity(page(request, engagement, form, "", errors))
                .build();
    }

    private TouchpointsPage page(
            ContainerRequestContext request,
            Engagement engagement,
            TouchpointsForm form,
            String moved,
            List<InputError> errors) {
        String locked = questionnaires.lockedBecause(engagement.id()).orElse(null);
        return new TouchpointsPage(
                PageContext.of(request), engagement, form, bank, new TouchpointsPage.State(locked, moved, errors));
    }
}
