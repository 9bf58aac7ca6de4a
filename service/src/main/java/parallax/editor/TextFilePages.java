package parallax.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.StudyFeature;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.table.SheetReader;
import parallax.table.TextWorkbook;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** All texts of a questionnaire as a workbook, for those who translate elsewhere. */
@Path("/engagements/{id}/questionnaire")
@Produces(MediaType.TEXT_HTML)
public final class TextFilePages {

    private final StudyFeature study;
    private final Incoming incoming;

    TextFilePages(StudyFeature study, Incoming incoming) {
        this.study = study;
        this.incoming = incoming;
    }

    @GET
    @Path("texts.xlsx")
    @Produces(TextWorkbook.TYPE)
    @Permit(Who.STAFF)
    public Response download(@PathParam("id") EngagementId id) {
        Engagement engagement = study.engagements().require(id);
        return Response.ok(TextFile.write(engagement, study.questionnaires().current(id)), TextWorkbook.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"texts.xlsx\"")
                .build();
    }

    @GET
    @Path("texts-file")
    @Permit(Who.STAFF)
    public TextFilePage show(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        return page(request, study.engagements().require(id), null);
    }

    @POST
    @Path("texts-file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response send(
            @PathParam("id") EngagementId id,
            @Context ContainerRequestContext request,
            @FormDataParam("file") @Nullable InputStream content,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition) {
        Engagement engagement = study.engagements().require(id);
        try (ReceivedFile file = received(content, disposition)) {
            TextFile texts = file.readSheets(TextFile::read);
            int count = take(Caller.of(request.getSecurityContext()), engagement, texts);
            return SeeOther.to("/engagements/" + id + "/questionnaire/texts", told(count));
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(page(request, engagement, refused))
                    .build();
        }
    }

    private static String told(int count) {
        return switch (count) {
            case 0 -> "No text changed: the file holds what stands here already.";
            case 1 -> "1 text changed.";
            default -> count + " texts changed.";
        };
    }

    private int take(Caller caller, Engagement engagement, TextFile file) {
        int count = changes(engagement, file, study.questionnaires().current(engagement.id()))
                .count();
        if (count > 0) {
            // somebody may have changed it meanwhile, so it is looked at again while nobody can
            study.questionnaires()
                    .change(
                            caller,
                            engagement.id(),
                            version -> {},
                            "Texts from a file",
                            model -> changes(engagement, file, model).applied(model));
        }
        return count;
    }

    private static TextFileChanges changes(Engagement engagement, TextFile file, Questionnaire model) {
        TextGrid grid = new TextGrid(model);
        file.requireMadeOf(engagement, grid);
        return new TextFileChanges(grid, file.rows());
    }

    private ReceivedFile received(@Nullable InputStream content, @Nullable FormDataContentDisposition disposition) {
        if (content == null
                || disposition == null
                || disposition.getFileName() == null
                || disposition.getFileName().isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "No file was chosen.",
                    List.of(InputError.field("file", null, "Choose the workbook with the texts")));
        }
        return incoming.receive(content, SheetReader.MOST_BYTES);
    }

    private TextFilePage page(
            ContainerRequestContext request, Engagement engagement, @Nullable RefusedException refused) {
        boolean locked = study.questionnaires().lockedBecause(engagement.id()).isPresent();
        return new TextFilePage(PageContext.of(request), engagement, locked, refused);
    }
}
