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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.web.Caller;
import parallax.web.Framing;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** Mails as somebody will get them, and the test to oneself. */
@Path("/engagements/{id}/messages/preview")
@Produces(MediaType.TEXT_HTML)
public final class PreviewPages {

    private final EngagementService engagements;
    private final PreviewService previews;
    private final boolean leavesTheHouse;

    PreviewPages(EngagementService engagements, PreviewService previews, boolean leavesTheHouse) {
        this.engagements = engagements;
        this.previews = previews;
        this.leavesTheHouse = leavesTheHouse;
    }

    @GET
    @Permit(Who.STAFF)
    public Response show(
            @PathParam("id") EngagementId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            @QueryParam("contact") @Nullable String contact,
            @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        boolean testable = leavesTheHouse && !engagement.sample();
        PreviewPage page = new PreviewPage(
                PageContext.of(request),
                engagement,
                key,
                previews.preview(engagement, key, contactOf(contact)),
                testable);
        return Response.ok(page).header(Framing.POLICY, Framing.holder()).build();
    }

    /** The mail's own HTML part and nothing else, for the frame. */
    @GET
    @Path("mail")
    @Permit(Who.STAFF)
    public Response mail(
            @PathParam("id") EngagementId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            @QueryParam("contact") @Nullable String contact) {
        Engagement engagement = engagements.require(id);
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        String html =
                previews.preview(engagement, key, contactOf(contact)).words().html();
        return Response.ok(html, MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(Framing.POLICY, Framing.FRAMED)
                .build();
    }

    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Who.STAFF)
    public Response test(
            @PathParam("id") EngagementId id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("language") @Nullable String language,
            @QueryParam("contact") @Nullable String contact,
            @Context ContainerRequestContext request) {
        Engagement engagement = engagements.require(id);
        MessageKey key = MessageInput.key(engagement, kind, audience, language);
        Caller caller = Caller.of(request.getSecurityContext());
        boolean sent = previews.sendTest(caller, engagement, key, contactOf(contact));
        return SeeOther.to(
                "/engagements/" + id + "/messages/preview?" + key.query(),
                sent
                        ? "The test is on its way to %s.".formatted(caller.email())
                        : "The mail server did not take the test. Ask the operator, or try again.");
    }

    private static @Nullable UUID contactOf(@Nullable String contact) {
        try {
            return contact == null || contact.isBlank() ? null : UUID.fromString(contact);
        } catch (IllegalArgumentException e) {
            // Nobody has that id.
            return new UUID(0, 0);
        }
    }
}
