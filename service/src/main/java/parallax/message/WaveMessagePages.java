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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.InvalidInputException;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The mails a wave was launched with, and the mending of a typo. */
@Path("/waves/{id}/messages")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class WaveMessagePages {

    private final StudyFeature study;
    private final MessageService messages;

    WaveMessagePages(StudyFeature study, MessageService messages) {
        this.study = study;
        this.messages = messages;
    }

    @GET
    @Permit(Who.STAFF)
    public WaveMessagesPage list(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        Wave wave = study.waves().require(id);
        Engagement engagement = study.engagements().require(wave.engagementId());
        return new WaveMessagesPage(
                PageContext.of(request), engagement, wave, messages.of(wave), kind -> messages.hasLeft(id, kind));
    }

    @GET
    @Path("edit")
    @Permit(Who.STAFF)
    public MessagePage edit(
            @PathParam("id") WaveId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            @Context ContainerRequestContext request) {
        Wave wave = study.waves().require(id);
        Engagement engagement = study.engagements().require(wave.engagementId());
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        MessageText text = messages.of(wave).text(key);
        return new MessagePage(PageContext.of(request), engagement, wave, key, MessagePage.Content.of(text, false));
    }

    @POST
    @Path("edit")
    @Permit(Who.STAFF)
    public Response correct(
            @PathParam("id") WaveId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        Wave wave = study.waves().require(id);
        Engagement engagement = study.engagements().require(wave.engagementId());
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        MessageForm typed = MessageForm.of(form);
        try {
            messages.correct(Caller.of(request.getSecurityContext()), wave, key, typed.text(), typed.opened());
        } catch (InvalidInputException | ChangedMeanwhileException refused) {
            return Response.status(refused.type().status())
                    .entity(new MessagePage(
                            PageContext.of(request), engagement, wave, key, typed.refused(refused, false)))
                    .build();
        }
        return SeeOther.to("/waves/" + id + "/messages", "The text is corrected.");
    }
}
