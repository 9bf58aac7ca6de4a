package parallax.message;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.answering.AnsweringSettings;
import parallax.message.Trials.Trial;
import parallax.questionnaire.Form;
import parallax.questionnaire.Questionnaire;
import parallax.study.StudyFeature;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** The form as one will meet it, for those who prepare it. What is sent is not even read. */
@Path("/t/{token}")
@Produces(MediaType.TEXT_HTML)
public final class TrialPages {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    private final StudyFeature study;
    private final Trials trials;
    private final AnsweringSettings settings;

    TrialPages(StudyFeature study, Trials trials, AnsweringSettings settings) {
        this.study = study;
        this.trials = trials;
        this.settings = settings;
    }

    @GET
    @Permit(Who.ANYONE)
    public TrialPage show(
            @PathParam("token") String token,
            @QueryParam("page") @Nullable String page,
            @Context ContainerRequestContext request) {
        Form form = form(token);
        return new TrialPage(PageContext.of(request), settings, form, number(page, form));
    }

    @POST
    @Permit(Who.ANYONE)
    @Consumes(MediaType.WILDCARD)
    public Response next(@PathParam("token") String token, @QueryParam("page") @Nullable String page) {
        Form form = form(token);
        int next = Math.min(number(page, form), form.pages().size()) + 1;
        return SeeOther.to("/t/" + token + "?page=" + next);
    }

    /** What the stop link of a test leads to. */
    @GET
    @Path("stop")
    @Permit(Who.ANYONE)
    public TrialStopPage stop(@PathParam("token") String token, @Context ContainerRequestContext request) {
        form(token);
        return new TrialStopPage(PageContext.of(request), settings);
    }

    /** A mail program's one click. */
    @POST
    @Path("stop")
    @Permit(Who.ANYONE)
    @Consumes(MediaType.WILDCARD)
    public TrialStopPage stopped(@PathParam("token") String token, @Context ContainerRequestContext request) {
        return stop(token, request);
    }

    private Form form(String token) {
        Trial trial = trials.find(token)
                .orElseThrow(() -> new RefusedException(
                        ProblemType.NOT_FOUND,
                        "This test is over, or its link is not whole. Make a new one on the page of the mail."));
        Questionnaire questionnaire = study.questionnaires().current(trial.engagement());
        String language = questionnaire.languages().contains(trial.language())
                ? trial.language()
                : questionnaire.defaultLanguage();
        return Form.of(questionnaire, trial.audience(), language);
    }

    private static int number(@Nullable String page, Form form) {
        int wanted = page != null && NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
        return Math.min(wanted, form.pages().size() + 1);
    }
}
