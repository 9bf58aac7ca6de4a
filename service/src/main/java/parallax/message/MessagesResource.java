package parallax.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** The texts of an engagement's mails; the next launch keeps them. */
@Path("/api/engagements/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MessagesResource {

    private final EngagementService engagements;
    private final MessageService messages;
    private final PreviewService previews;

    MessagesResource(EngagementService engagements, MessageService messages, PreviewService previews) {
        this.engagements = engagements;
        this.messages = messages;
        this.previews = previews;
    }

    @Operation(summary = "The texts of the mails, a consultant's own or the suggested ones")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessagesView.class)))
    public Response get(@PathParam("id") EngagementId id) {
        Engagement engagement = engagements.require(id);
        MessageSet set = messages.current(id);
        return Response.ok(MessagesView.of(engagement, set))
                .tag(Versions.tag(set.version()))
                .build();
    }

    /** For texts left out the suggested ones stand. */
    @Operation(summary = "Replace all own texts of the mails")
    @PUT
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessagesView.class)))
    public Response replace(
            @PathParam("id") EngagementId id,
            MessageInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Engagement engagement = engagements.require(id);
        messages.replace(
                Caller.of(security),
                engagement,
                input.read(engagement),
                input.thanks(),
                version -> Versions.requireMatch(ifMatch, version));
        return get(id);
    }

    /** @param contact whom it is shown as; absent: the first who reads that language, else an example */
    @Operation(summary = "A mail as somebody will get it")
    @GET
    @Path("preview")
    @Permit(Who.STAFF)
    public Shown preview(
            @PathParam("id") EngagementId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            @QueryParam("contact") @Nullable UUID contact) {
        Engagement engagement = engagements.require(id);
        PreviewService.Preview preview =
                previews.preview(engagement, MessageInput.key(engagement, kind, audience, language), contact);
        return new Shown(
                preview.from().toHeader(),
                preview.words().subject(),
                preview.words().text(),
                preview.words().html(),
                preview.bytes(),
                preview.trial());
    }

    @Operation(summary = "Send a mail to oneself, as somebody will get it")
    @POST
    @Path("test")
    @Permit(Who.STAFF)
    public Sent test(@PathParam("id") EngagementId id, TestInput input, @Context SecurityContext security) {
        Engagement engagement = engagements.require(id);
        MessageKey key = MessageInput.key(engagement, input.kind(), input.audience(), input.language());
        Caller caller = Caller.of(security);
        return new Sent(caller.email(), previews.sendTest(caller, engagement, key, input.contact()));
    }

    /**
     * A mail to look at.
     *
     * @param bytes as it travels, about
     * @param trial a form that stores nothing, in place of the personal link
     */
    record Shown(String from, String subject, String text, String html, int bytes, String trial) {}

    /** Which mail to send to oneself. */
    record TestInput(
            @Nullable String kind,
            @Nullable String audience,
            @Nullable String language,
            @Nullable UUID contact) {}

    /**
     * A test.
     *
     * @param accepted whether the mail server took it
     */
    record Sent(String to, boolean accepted) {}
}
