package parallax.exchange;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;
import parallax.web.Versions;

/** Questionnaires from files and as files, for consultants. */
@Path("/engagements/{id}/instrument")
@Produces(MediaType.TEXT_HTML)
public final class InstrumentPages {

    private static final int HEAD = 64;

    private final EngagementService engagements;
    private final InstrumentService instruments;
    private final Incoming incoming;

    InstrumentPages(EngagementService engagements, InstrumentService instruments, Incoming incoming) {
        this.engagements = engagements;
        this.instruments = instruments;
        this.incoming = incoming;
    }

    @GET
    @Permit(Who.STAFF)
    public InstrumentPage show(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        return new InstrumentPage(PageContext.of(request), engagements.require(id), null);
    }

    @GET
    @Path("download")
    @Produces(MediaType.APPLICATION_JSON)
    @Permit(Who.STAFF)
    public Response download(
            @PathParam("id") EngagementId id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("audience") @Nullable String audience) {
        engagements.require(id);
        return InstrumentResource.download(instruments, id, format, audience);
    }

    /** Somebody came back to the address of a file that is gone. */
    @GET
    @Path("check")
    @Permit(Who.STAFF)
    public Response checkAgain(@PathParam("id") EngagementId id) {
        return SeeOther.to("/engagements/" + id + "/instrument");
    }

    @GET
    @Path("import")
    @Permit(Who.STAFF)
    public Response importAgain(@PathParam("id") EngagementId id) {
        return SeeOther.to("/engagements/" + id + "/instrument");
    }

    /** Looks at a file and shows what taking it would do; the file goes back and forth with the page. */
    @POST
    @Path("check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response check(
            @PathParam("id") EngagementId id,
            @Context ContainerRequestContext request,
            @FormDataParam("file") @Nullable InputStream content,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition,
            @FormDataParam("audience") @Nullable List<FormDataBodyPart> audiences) {
        engagements.require(id);
        boolean chosen = disposition != null
                && disposition.getFileName() != null
                && !disposition.getFileName().isEmpty();
        try (ReceivedFile file = incoming.receive(required(chosen ? content : null), InstrumentService.MOST_BYTES)) {
            return checked(id, sent(file, audiences), false, request);
        } catch (RefusedException refused) {
            return refused(id, refused, request);
        }
    }

    private static FileToTake sent(ReceivedFile file, @Nullable List<FormDataBodyPart> audiences) {
        List<String> codes = audiences == null
                ? List.of()
                : audiences.stream().map(FormDataBodyPart::getValue).toList();
        return new FileToTake(InstrumentFormat.detect(head(file)), file, FileToTake.audiences(codes));
    }

    /** @param changed whether somebody changed the questionnaire after the page before was shown */
    private Response checked(EngagementId id, FileToTake file, boolean changed, ContainerRequestContext request) {
        // before it is read: what is changed from here on is told when it is taken
        Engagement engagement = engagements.require(id);
        Reading reading = instruments.look(id, file);
        String content = Base64.getEncoder().encodeToString(file.file().bytes());
        return Response.status(changed ? ProblemType.CHANGED_MEANWHILE.status() : 200)
                .entity(new InstrumentCheckPage(
                        PageContext.of(request),
                        engagement,
                        reading,
                        new InstrumentCheckPage.Sent(file.format(), file.audiences(), content, changed)))
                .build();
    }

    /** Takes the file that the page before showed. */
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response take(
            @PathParam("id") EngagementId id,
            @Context ContainerRequestContext request,
            @FormDataParam("content") @Nullable String content,
            @FormDataParam("version") @Nullable String version,
            @FormDataParam("audience") @Nullable List<FormDataBodyPart> audiences) {
        engagements.require(id);
        try (ReceivedFile file =
                incoming.receive(new ByteArrayInputStream(decoded(content)), InstrumentService.MOST_BYTES)) {
            return taken(id, sent(file, audiences), String.valueOf(version), request);
        } catch (RefusedException refused) {
            return refused(id, refused, request);
        }
    }

    private Response taken(EngagementId id, FileToTake file, String version, ContainerRequestContext request) {
        Reading taken;
        try {
            taken = instruments.take(
                    Caller.of(request.getSecurityContext()),
                    id,
                    file,
                    now -> Versions.requireMatch("\"" + version + "\"", now));
        } catch (RefusedException refused) {
            if (refused.type() != ProblemType.CHANGED_MEANWHILE) {
                throw refused;
            }
            return checked(id, file, true, request);
        }
        return SeeOther.to(
                "/engagements/" + id + "/instrument",
                "The questionnaire was taken: %d touchpoints and %d questions."
                        .formatted(
                                taken.questionnaire().touchpoints().size(),
                                taken.questionnaire().items().size()));
    }

    private Response refused(EngagementId id, RefusedException refused, ContainerRequestContext request) {
        return Response.status(refused.type().status())
                .entity(new InstrumentPage(PageContext.of(request), engagements.require(id), refused))
                .build();
    }

    private static byte[] head(ReceivedFile file) {
        try (InputStream in = file.open()) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream required(@Nullable InputStream file) {
        if (file == null) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "No file was sent.",
                    List.of(InputError.field("file", null, "Choose the file with the questionnaire")));
        }
        return file;
    }

    private static byte[] decoded(@Nullable String content) {
        try {
            return Base64.getDecoder().decode(content == null ? "" : content.strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    ProblemType.MALFORMED, "The file did not come back whole with the page. Choose it again.");
        }
    }
}
