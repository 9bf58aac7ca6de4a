package parallax.message;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.study.AnswerSource;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.InvalidInputException;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The mails of the next launch: all of them, one to write, the thank-you, those of an earlier wave. */
@Path("/engagements/{id}/messages")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class MessagePages {

    private final StudyFeature study;
    private final MessageService messages;

    MessagePages(StudyFeature study, MessageService messages) {
        this.study = study;
        this.messages = messages;
    }

    @GET
    @Permit(Who.STAFF)
    public MessagesPage list(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        return new MessagesPage(
                PageContext.of(request), engagement, messages.current(id), readers(engagement), launched(engagement));
    }

    @POST
    @Path("thanks")
    @Permit(Who.STAFF)
    public Response thank(
            @PathParam("id") EngagementId id,
            @FormParam("thanks") @Nullable String thanks,
            @Context ContainerRequestContext request) {
        study.engagements().require(id);
        messages.thank(Caller.of(request.getSecurityContext()), id, thanks != null);
        return SeeOther.to(
                "/engagements/" + id + "/messages",
                thanks == null ? "No thank-you will be sent." : "Those who answer get a thank-you.");
    }

    @POST
    @Path("copy")
    @Permit(Who.STAFF)
    public Response copy(
            @PathParam("id") EngagementId id,
            @FormParam("wave") @Nullable String wave,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        Wave from = launched(engagement).stream()
                .filter(one -> one.id().toString().equals(wave))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        List.of(InputError.field("wave", wave, "Choose a wave that was launched."))));
        messages.copy(Caller.of(request.getSecurityContext()), engagement, from);
        return SeeOther.to(
                "/engagements/" + id + "/messages", "The texts of “%s” are taken over.".formatted(from.name()));
    }

    @GET
    @Path("edit")
    @Permit(Who.STAFF)
    public MessagePage edit(
            @PathParam("id") EngagementId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        MessageSet set = messages.current(id);
        return new MessagePage(
                PageContext.of(request), engagement, null, key, MessagePage.Content.of(set.text(key), set.isOwn(key)));
    }

    @POST
    @Path("edit")
    @Permit(Who.STAFF)
    public Response save(
            @PathParam("id") EngagementId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        Caller caller = Caller.of(request.getSecurityContext());
        String list = "/engagements/" + id + "/messages";
        if (form.containsKey("suggest")) {
            messages.suggest(caller, engagement, key);
            return SeeOther.to(list + "/edit?" + key.query(), "The suggested text is back.");
        }
        MessageForm typed = MessageForm.of(form);
        try {
            messages.save(caller, engagement, key, typed.text(), typed.opened());
        } catch (InvalidInputException | ChangedMeanwhileException refused) {
            return Response.status(refused.type().status())
                    .entity(new MessagePage(
                            PageContext.of(request), engagement, null, key, typed.refused(refused, true)))
                    .build();
        }
        return SeeOther.to(list + "/preview?" + key.query(), "Saved. This is how it will be read.");
    }

    /** Whom the next wave asks; before one is planned, everybody. */
    private Set<Readers> readers(Engagement engagement) {
        Set<Readers> readers = EnumSet.noneOf(Readers.class);
        study.waves().list(engagement.id()).stream()
                .filter(wave -> wave.state() == WaveState.DRAFT)
                .forEach(wave -> wave.audiences().forEach(audience -> readers.add(Readers.of(audience))));
        return readers.isEmpty() ? EnumSet.allOf(Readers.class) : readers;
    }

    private List<Wave> launched(Engagement engagement) {
        return study.waves().list(engagement.id()).stream()
                .filter(wave -> wave.source() == AnswerSource.FIELDWORK && wave.launchedAt() != null)
                .sorted(Comparator.comparing(Wave::launchedAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }
}
