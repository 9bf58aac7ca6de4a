package parallax.editor;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parallax.editor.TextRows.Part;
import parallax.editor.TextRows.TextRow;
import parallax.instrument.ModelTexts;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.InvalidInputException;
import parallax.study.StudyFeature;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.SeeOther;

/** All texts of a questionnaire in a language, beside another language. */
@Path("/engagements/{id}/questionnaire/texts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class TextPages {

    private final StudyFeature study;

    TextPages(StudyFeature study) {
        this.study = study;
    }

    /**
     * @param part questions, ratings or standard
     * @param from language to translate from
     * @param to language that is written
     */
    @GET
    @Permit(Who.STAFF)
    public TextsPage show(
            @PathParam("id") EngagementId id,
            @QueryParam("part") @DefaultValue("questions") String part,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        TextsPage.View view = view(engagement, part, from, to);
        return page(request, engagement, view, rows(engagement, view), new TextEdit(), List.of());
    }

    @POST
    @Permit(Who.STAFF)
    public Response save(
            @PathParam("id") EngagementId id,
            @QueryParam("part") @DefaultValue("questions") String part,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        TextsPage.View view = view(engagement, part, from, to);
        TextEdit edit = TextEdit.of(form, rows(engagement, view));
        List<InputError> lost = new ArrayList<>();
        try {
            study.questionnaires()
                    .change(
                            Caller.of(request.getSecurityContext()),
                            id,
                            version -> {},
                            "Texts in " + view.to(),
                            model -> edited(model, view, edit, lost));
        } catch (InvalidInputException refused) {
            int status = lost.isEmpty() ? refused.type().status() : ProblemType.CHANGED_MEANWHILE.status();
            return Response.status(status)
                    .entity(page(request, engagement, view, rows(engagement, view), edit, refused.errors()))
                    .build();
        }
        return SeeOther.to(view.url(id), "The texts are saved.");
    }

    private static Questionnaire edited(
            Questionnaire model, TextsPage.View view, TextEdit edit, List<InputError> lost) {
        List<InputError> errors = new ArrayList<>();
        Map<TextPlace, String> changed = edit.changed();
        for (TextRow row : new TextRows(model, view.from(), view.to()).of(view.part())) {
            String text = changed.get(row.place());
            String fault = text == null ? null : TextEdit.fault(row, text);
            String field = TextEdit.field(row.place());
            if (fault != null) {
                errors.add(InputError.field(field, text, fault));
            } else if (edit.isLost(row)) {
                lost.add(InputError.field(field, text, TextsPage.CHANGED.formatted(row.text())));
            }
        }
        errors.addAll(lost);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return ModelTexts.with(model, view.to(), changed);
    }

    private List<TextRow> rows(Engagement engagement, TextsPage.View view) {
        Questionnaire model = study.questionnaires().current(engagement.id());
        return new TextRows(model, view.from(), view.to()).of(view.part());
    }

    private static TextsPage.View view(Engagement engagement, String part, String from, String to) {
        List<String> languages = engagement.languages();
        String target = languages.contains(to) ? to : languages.get(languages.size() - 1);
        String source = languages.contains(from) ? from : languages.get(0);
        return new TextsPage.View(Part.of(part), source, target);
    }

    private TextsPage page(
            ContainerRequestContext request,
            Engagement engagement,
            TextsPage.View view,
            List<TextRow> rows,
            TextEdit edit,
            List<InputError> errors) {
        return new TextsPage(
                PageContext.of(request),
                engagement,
                study.questionnaires().lockedBecause(engagement.id()).isPresent(),
                view,
                rows.stream().map(row -> TextsPage.Line.of(row, edit)).toList(),
                errors);
    }
}
