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

/** Import of answers gathered elsewhere, by hand. */
@Path("/waves/{id}/import")
@Produces(MediaType.TEXT_HTML)
public final class ImportPages {

    private final ResponseImport imports;
    private final Incoming incoming;

    ImportPages(ResponseImport imports, Incoming incoming) {
        this.imports = imports;
        this.incoming = incoming;
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
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition,
            @FormDataParam("replace") @Nullable String replace) {
        Wave wave = imports.requireImportable(id);
        try {
            requireConfirmed(wave, replace);
            return imported(Caller.of(request.getSecurityContext()), id, content, disposition);
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(new ImportPage(PageContext.of(request), wave, refused))
                    .build();
        }
    }

    private Response imported(
            Caller caller, WaveId id, @Nullable InputStream content, @Nullable FormDataContentDisposition disposition) {
        try (ReceivedFile file = received(content, disposition)) {
            ResponseImport.Imported imported = imports.importAnswers(caller, id, file, row -> {});
            return SeeOther.to(
                    "/waves/" + id,
                    "Imported %,d rows of %,d respondents. The wave is closed; its figures are ready."
                            .formatted(imported.rows(), imported.respondents()));
        }
    }

    private static void requireConfirmed(Wave wave, @Nullable String replace) {
        if (ImportPage.isReplacing(wave) && !"true".equals(replace)) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "Nothing was imported: this wave holds answers already.",
                    List.of(InputError.field(
                            "replace",
                            null,
                            "Tick that the new file replaces all answers, and choose the file again")));
        }
    }

    private ReceivedFile received(@Nullable InputStream content, @Nullable FormDataContentDisposition disposition) {
        if (content == null
                || disposition == null
                || disposition.getFileName() == null
                || disposition.getFileName().isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "No file was chosen.",
                    List.of(InputError.field("file", null, "Choose the CSV file with the answers")));
        }
        return incoming.receive(content, ResponsesResource.MOST_BYTES);
    }
}
