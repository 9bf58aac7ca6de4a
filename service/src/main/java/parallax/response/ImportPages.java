package parallax.response;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** Import of answers gathered elsewhere, by hand. */
@Path("/waves/{id}/import")
@Produces(MediaType.TEXT_HTML)
public final class ImportPages {

    private final ResponseImport imports;

    ImportPages(ResponseImport imports) {
        this.imports = imports;
    }

    @GET
    @Permit(Who.STAFF)
    public ImportPage form(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        return new ImportPage(PageContext.of(request), imports.requireImportable(id), null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response send(
            @PathParam("id") WaveId id,
            @Context ContainerRequestContext request,
            @FormDataParam("file") @Nullable InputStream content,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition) {
        Wave wave = imports.requireImportable(id);
        try (ReceivedFile file = received(content, disposition)) {
            ResponseImport.Imported imported =
                    imports.importAnswers(Caller.of(request.getSecurityContext()), id, file, row -> {});
            return SeeOther.to(
                    "/waves/" + id,
                    "Imported %,d rows of %,d respondents. The wave is closed; its figures are ready."
                            .formatted(imported.rows(), imported.respondents()));
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(new ImportPage(PageContext.of(request), wave, refused))
                    .build();
        }
    }

    private static ReceivedFile received(
            @Nullable InputStream content, @Nullable FormDataContentDisposition disposition) {
        if (content == null
                || disposition == null
                || disposition.getFileName() == null
                || disposition.getFileName().isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "No file was chosen.",
                    List.of(InputError.field("file", null, "Choose the CSV file with the answers")));
        }
        return ReceivedFile.receive(content, ResponsesResource.MOST_BYTES);
    }
}
