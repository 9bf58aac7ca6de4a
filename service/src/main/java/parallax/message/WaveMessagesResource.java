package parallax.message;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import parallax.study.Engagement;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The texts a wave was launched with. */
@Path("/api/waves/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WaveMessagesResource {

    private final StudyFeature study;
    private final MessageService messages;

    WaveMessagesResource(StudyFeature study, MessageService messages) {
        this.study = study;
        this.messages = messages;
    }

    @Operation(summary = "The texts a wave was launched with")
    @GET
    @Permit(Who.STAFF)
    public MessagesView get(@PathParam("id") WaveId id) {
        Wave wave = study.waves().require(id);
        return MessagesView.of(study.engagements().require(wave.engagementId()), messages.of(wave));
    }

    /** 409 once such mails have left; 422 for more than a typo. */
    @Operation(summary = "Mend a typo in a mail that has not left yet")
    @PATCH
    @Permit(Who.STAFF)
    public MessagesView correct(@PathParam("id") WaveId id, MessageInput.One input, @Context SecurityContext security) {
        Wave wave = study.waves().require(id);
        Engagement engagement = study.engagements().require(wave.engagementId());
        MessageKey key = MessageInput.key(engagement, input.kind(), input.audience(), input.language());
        MessageText text = MessageText.typed(MessageInput.text(input.subject()), MessageInput.text(input.body()));
        messages.correct(Caller.of(security), wave, key, text, null);
        return get(id);
    }
}
