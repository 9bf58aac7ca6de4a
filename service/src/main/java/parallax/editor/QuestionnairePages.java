package parallax.editor;

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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.StudyFeature;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;
import parallax.web.Versions;

/** The questionnaire as a whole: what is asked, in which order, what is to be mended, and undo. */
@Path("/engagements/{id}/questionnaire")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class QuestionnairePages {

    private final StudyFeature study;

    QuestionnairePages(StudyFeature study) {
        this.study = study;
    }

    @GET
    @Permit(Who.STAFF)
    public QuestionnairePage show(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        return new QuestionnairePage(
                PageContext.of(request), study.engagements().require(id), study);
    }

    /** One button of the page: what it does and to what, as {@code up:KEY}. */
    @POST
    @Permit(Who.STAFF)
    public Response act(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        String act = text(form.getFirst("act"));
        int colon = act.indexOf(':');
        String what = colon < 0 ? act : act.substring(0, colon);
        String key = colon < 0 ? "" : act.substring(colon + 1);
        String version = "\"" + text(form.getFirst("version")) + "\"";
        study.questionnaires()
                .change(
                        Caller.of(request.getSecurityContext()),
                        id,
                        now -> Versions.requireMatch(version, now),
                        named(what),
                        edit(engagement, what, key));
        return SeeOther.to("/engagements/" + id + "/questionnaire", named(what) + ": done.");
    }

    /** Takes the latest change back. */
    @POST
    @Path("/undo")
    @Permit(Who.STAFF)
    public Response undo(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        study.questionnaires().undo(Caller.of(request.getSecurityContext()), id, number(form.getFirst("number")));
        return SeeOther.to("/engagements/" + id + "/questionnaire", "The change is undone.");
    }

    private UnaryOperator<Questionnaire> edit(Engagement engagement, String what, String key) {
        return switch (what) {
            case "up" -> model -> Edits.move(model, key, -1);
            case "down" -> model -> Edits.move(model, key, 1);
            case "remove" -> model -> Edits.remove(model, key);
            case "page-up" -> model -> Edits.movePage(model, key, -1);
            case "page-down" -> model -> Edits.movePage(model, key, 1);
            case "page-remove" -> model -> Edits.removePage(model, key);
            case "add" ->
                model -> Edits.add(
                        model,
                        study.bank().findInstrument(key).stream()
                                .flatMap(instrument ->
                                        study.bank().inLanguages(instrument.pages(), engagement.languages()).stream())
                                .toList());
            default ->
                throw new RefusedException(ProblemType.INVALID, "There is no such button. Go back and press one.");
        };
    }

    private static String named(String what) {
        return switch (what) {
            case "up", "down" -> "Move an item";
            case "remove" -> "Remove an item";
            case "page-up", "page-down" -> "Move a page";
            case "page-remove" -> "Remove a page";
            default -> "Add from the library";
        };
    }

    private static int number(@Nullable String text) {
        try {
            return Integer.parseInt(text(text));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
