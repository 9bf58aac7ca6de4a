package parallax.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementId;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.table.TextWorkbook;
import parallax.web.Caller;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.RefusedException;
import parallax.web.SeeOther;

/** Taking in a file of people: upload, columns, check, import. */
@Path("/engagements/{id}/contacts/import")
@Produces(MediaType.TEXT_HTML)
public final class IntakePages {

    private final IntakeService intakes;
    private final ImportService imports;
    private final RejectedFiles rejected;
    private final Incoming incoming;

    IntakePages(IntakeService intakes, ImportService imports, RejectedFiles rejected, Incoming incoming) {
        this.intakes = intakes;
        this.imports = imports;
        this.rejected = rejected;
        this.incoming = incoming;
    }

    static String path(EngagementId id) {
        return "/engagements/" + id + "/contacts/import";
    }

    @GET
    @Permit(Who.STAFF)
    public UploadPage upload(@PathParam("id") EngagementId id, @Context ContainerRequestContext request) {
        return page(id, request, null);
    }

    private UploadPage page(EngagementId id, ContainerRequestContext request, @Nullable RefusedException refused) {
        return new UploadPage(PageContext.of(request), imports.requireEngagement(id), imports.list(id), refused);
    }

    @GET
    @Path("contacts.xlsx")
    @Produces(TextWorkbook.TYPE)
    @Permit(Who.STAFF)
    public Response template(@PathParam("id") EngagementId id) {
        return RejectedFiles.workbook("contacts.xlsx", TemplateFile.workbook(imports.requireEngagement(id)));
    }

    @GET
    @Path("contacts.csv")
    @Produces("text/csv")
    @Permit(Who.STAFF)
    public Response templateAsText(@PathParam("id") EngagementId id) {
        imports.requireEngagement(id);
        return Response.ok(TemplateFile.csv())
                .type("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"contacts.csv\"")
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response receive(
            @PathParam("id") EngagementId id,
            @Context ContainerRequestContext request,
            @FormDataParam("file") @Nullable InputStream content,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition) {
        boolean chosen = disposition != null
                && disposition.getFileName() != null
                && !disposition.getFileName().isEmpty();
        try (ReceivedFile file =
                incoming.receive(ContactsImportResource.required(chosen ? content : null), IntakeService.MOST_BYTES)) {
            return SeeOther.to(
                    path(id) + "/" + intakes.upload(caller(request), id, file).intake());
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(page(id, request, refused))
                    .build();
        }
    }

    /** Where the file stands: columns, progress, or check; of one that was imported, its report. */
    @GET
    @Path("{intake}")
    @Permit(Who.STAFF)
    public Response show(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @QueryParam("show") @Nullable String show,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context ContainerRequestContext request) {
        Optional<UUID> written = intakes.findImport(id, intake);
        if (written.isPresent()) {
            return SeeOther.to(ImportPages.path(id) + "/" + written.get());
        }
        IntakeService.Shown shown = intakes.require(caller(request), id, intake);
        if (shown.isRunning()) {
            return Response.ok(new ProgressPage(PageContext.of(request), shown))
                    .header("Refresh", ProgressPage.SECONDS)
                    .build();
        }
        return Response.ok(
                        shown.row().checked()
                                ? checked(request, shown, show, page, null)
                                : mapping(request, shown, MappingForm.of(shown.about()), null))
                .build();
    }

    private CheckPage checked(
            ContainerRequestContext request,
            IntakeService.Shown shown,
            @Nullable String show,
            int page,
            @Nullable RefusedException refused) {
        Listed listed = show == null ? CheckPage.first(shown.counts()) : Listed.ofCode(show);
        int skip = CheckPage.ROWS * Math.max(0, Math.min(page, FileReading.MOST_ROWS) - 1);
        List<FileRow> rows = intakes.list(shown.row().id(), listed, skip, CheckPage.ROWS);
        return new CheckPage(PageContext.of(request), shown, new CheckPage.Part(listed, skip, rows), refused);
    }

    private static MappingPage mapping(
            ContainerRequestContext request,
            IntakeService.Shown shown,
            MappingForm form,
            @Nullable RefusedException refused) {
        return new MappingPage(PageContext.of(request), shown, form, refused);
    }

    @GET
    @Path("{intake}/columns")
    @Permit(Who.STAFF)
    public MappingPage columns(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request) {
        IntakeService.Shown shown = intakes.require(caller(request), id, intake);
        return mapping(request, shown, MappingForm.of(shown.about()), null);
    }

    @POST
    @Path("{intake}/columns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Who.STAFF)
    public Response map(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request,
            MultivaluedMap<String, String> fields) {
        IntakeService.Shown shown = intakes.require(caller(request), id, intake);
        MappingForm form = MappingForm.typed(shown.about(), fields);
        try {
            intakes.map(caller(request), id, intake, form.mapping());
            return back(id, intake);
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(mapping(request, shown, form, refused))
                    .build();
        }
    }

    @POST
    @Path("{intake}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Who.STAFF)
    public Response read(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request,
            MultivaluedMap<String, String> fields) {
        IntakeService.Shown shown = intakes.require(caller(request), id, intake);
        try {
            intakes.readAgain(caller(request), id, intake, MappingForm.choice(fields));
            return SeeOther.to(path(id) + "/" + intake + "/columns");
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(mapping(request, shown, MappingForm.of(shown.about()), refused))
                    .build();
        }
    }

    @POST
    @Path("{intake}/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Who.STAFF)
    public Response correct(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request,
            MultivaluedMap<String, String> fields) {
        IntakeService.Shown shown = intakes.require(caller(request), id, intake);
        try {
            List<Correction> corrections = CorrectionForm.read(shown.about(), fields);
            if (corrections.isEmpty()) {
                return SeeOther.to(path(id) + "/" + intake, "No cell was changed.");
            }
            intakes.correct(caller(request), id, intake, corrections);
            return back(id, intake);
        } catch (RefusedException refused) {
            return Response.status(refused.type().status())
                    .entity(checked(request, shown, Listed.REJECTED.code(), 1, refused))
                    .build();
        }
    }

    @POST
    @Path("{intake}/confirm")
    @Permit(Who.STAFF)
    public Response confirm(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request) {
        // pressed twice, the second finds what the first wrote
        if (intakes.findImport(id, intake).isEmpty()) {
            intakes.confirm(caller(request), id, intake);
        }
        return back(id, intake);
    }

    @POST
    @Path("{intake}/cancel")
    @Permit(Who.STAFF)
    public Response cancel(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request) {
        intakes.cancel(caller(request), id, intake);
        return SeeOther.to(path(id), "The file is forgotten; nothing was imported.");
    }

    @GET
    @Path("{intake}/rejected.xlsx")
    @Produces(TextWorkbook.TYPE)
    @Permit(Who.STAFF)
    public Response rejected(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context ContainerRequestContext request) {
        return rejected.of(intakes.require(caller(request), id, intake));
    }

    private static Response back(EngagementId id, UUID intake) {
        return SeeOther.to(path(id) + "/" + intake);
    }

    private static Caller caller(ContainerRequestContext request) {
        return Caller.of(request.getSecurityContext());
    }
}
