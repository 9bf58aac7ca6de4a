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
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementService.CreateEngagement;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** Engagements in the workspace: new, home, settings, delete. */
@Path("/engagements")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class EngagementPages {

    private final EngagementService engagements;
    private final TaskList tasks;
    private final WaveService waves;

    EngagementPages(EngagementService engagements, TaskList tasks, WaveService waves) {
        this.engagements = engagements;
        this.tasks = tasks;
        this.waves = waves;
    }

    /** The old address of the list. */
    @GET
    @Permit(Who.STAFF)
    public Response list() {
        return SeeOther.to("/");
    }

    @GET
    @Path("/new")
    @Permit(Who.STAFF)
    public EngagementFormPage blank(@Context ContainerRequestContext request) {
        return new EngagementFormPage(
                PageContext.of(request),
                null,
                EngagementFields.of(CreateEngagement.named("", "")),
                List.of("en"),
                List.of());
    }

    @POST
    @Path("/new")
    @Permit(Who.STAFF)
    public Response create(MultivaluedMap<String, String> form, @Context ContainerRequestContext request) {
        Fields fields = new Fields(form);
        try {
            InputCheck check = new InputCheck();
            EngagementInput input = EngagementFields.read(fields, check);
            check.finish();
            Engagement engagement = engagements.create(Caller.of(request.getSecurityContext()), input);
            return SeeOther.to(
                    "/engagements/" + engagement.id(),
                    "The engagement starts with the 12 standard touchpoints and the questions on people.");
        } catch (InvalidInputException refused) {
            return again(request, null, CreateEngagement.named("", ""), fields, refused);
        }
    }

    @GET
    @Path("/{id}")
    @Permit(Who.STAFF)
    public EngagementHomePage home(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        return new EngagementHomePage(
                PageContext.of(request),
                engagement,
                tasks.of(engagement),
                waves.list(id).stream().map(EngagementHomePage.WaveLine::of).toList());
    }

    @GET
    @Path("/{id}/settings")
    @Permit(Who.STAFF)
    public EngagementFormPage settings(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        return new EngagementFormPage(
                PageContext.of(request),
                engagement,
                EngagementFields.of(CreateEngagement.like(engagement)),
                engagement.languages(),
                List.of());
    }

    @POST
    @Path("/{id}/settings")
    @Permit(Who.STAFF)
    public Response change(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        Fields fields = new Fields(form);
        try {
            InputCheck check = new InputCheck();
            EngagementInput input = EngagementFields.read(fields, check);
            check.finish();
            engagements.update(Caller.of(request.getSecurityContext()), id, input, version -> {});
            return SeeOther.to("/engagements/" + id, "Settings saved.");
        } catch (InvalidInputException | SettingsFrozenException refused) {
            return again(request, engagement, CreateEngagement.like(engagement), fields, refused);
        }
    }

    @GET
    @Path("/{id}/delete")
    @Permit(Who.STAFF)
    public DeleteEngagementPage askToDelete(
            @PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        return new DeleteEngagementPage(PageContext.of(request), engagements.require(id), "", List.of());
    }

    @POST
    @Path("/{id}/delete")
    @Permit(Who.STAFF)
    public Response delete(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        String typed = new Fields(form).text("confirm");
        Engagement engagement = engagements.require(id);
        try {
            engagements.delete(Caller.of(request.getSecurityContext()), id, typed, version -> {});
            return SeeOther.to("/", "“%s” is deleted, with all people, answers and keys.".formatted(engagement.name()));
        } catch (NotConfirmedException refused) {
            return Response.status(refused.type().status())
                    .entity(new DeleteEngagementPage(PageContext.of(request), engagement, typed, refused.errors()))
                    .build();
        }
    }

    private static Response again(
            ContainerRequestContext request,
            @Nullable Engagement engagement,
            CreateEngagement base,
            Fields fields,
            RefusedException refused) {
        List<InputError> errors = refused.errors();
        return Response.status(refused.type().status())
                .entity(new EngagementFormPage(
                        PageContext.of(request),
                        engagement,
                        EngagementFields.typed(fields, base),
                        EngagementFields.languages(fields, base),
                        errors))
                .build();
    }
}
