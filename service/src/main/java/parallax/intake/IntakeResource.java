package parallax.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;
import parallax.contact.Wrong;
import parallax.study.EngagementId;
import parallax.table.Incoming;
import parallax.table.Reading;
import parallax.table.ReceivedFile;
import parallax.table.TextWorkbook;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Slice;

/** A file of people on its way in, step by step. */
@Path("/api/engagements/{id}/intakes")
@Produces(MediaType.APPLICATION_JSON)
public final class IntakeResource {

    private final IntakeService intakes;
    private final RejectedFiles rejected;
    private final Incoming incoming;

    IntakeResource(IntakeService intakes, RejectedFiles rejected, Incoming incoming) {
        this.intakes = intakes;
        this.rejected = rejected;
        this.incoming = incoming;
    }

    @Operation(summary = "Upload a file of contacts, to be mapped, checked, corrected and confirmed")
    @POST
    @Consumes({"text/csv", TextWorkbook.TYPE})
    @Permit(Who.STAFF)
    public Response upload(@PathParam("id") EngagementId id, @Context SecurityContext security, InputStream body) {
        try (ReceivedFile file = incoming.receive(body, IntakeService.MOST_BYTES)) {
            return created(security, id, intakes.upload(Caller.of(security), id, file));
        }
    }

    @Operation(summary = "The same, from a form")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permit(Who.STAFF)
    public Response uploadForm(
            @PathParam("id") EngagementId id,
            @Context SecurityContext security,
            @FormDataParam("file") @Nullable InputStream body) {
        return upload(id, security, ContactsImportResource.required(body));
    }

    private Response created(SecurityContext security, EngagementId id, IntakeService.Begun begun) {
        return Response.created(URI.create("/api/engagements/" + id + "/intakes/" + begun.intake()))
                .entity(view(security, id, begun.intake()))
                .build();
    }

    private IntakeView view(SecurityContext security, EngagementId id, UUID intake) {
        return IntakeView.of(intakes.require(Caller.of(security), id, intake));
    }

    @Operation(summary = "How a file was read and mapped, and what becomes of its rows")
    @GET
    @Path("{intake}")
    @Permit(Who.STAFF)
    public IntakeView show(
            @PathParam("id") EngagementId id, @PathParam("intake") UUID intake, @Context SecurityContext security) {
        return view(security, id, intake);
    }

    @Operation(summary = "Read the file otherwise: another encoding, separator or sheet")
    @PUT
    @Path("{intake}/reading")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permit(Who.STAFF)
    public Response read(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context SecurityContext security,
            ReadingInput input) {
        FileReading.Choice choice =
                new FileReading.Choice(new Reading(input.encoding(), input.separator()), input.sheet());
        return begun(security, id, intakes.readAgain(Caller.of(security), id, intake, choice));
    }

    @Operation(summary = "Say what the columns are; the rows are checked then")
    @PUT
    @Path("{intake}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permit(Who.STAFF)
    public Response map(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context SecurityContext security,
            MappingInput input) {
        About about = intakes.require(Caller.of(security), id, intake).about();
        return begun(security, id, intakes.map(Caller.of(security), id, intake, input.over(about)));
    }

    @Operation(summary = "Rows by what becomes of them, with their problems")
    @GET
    @Path("{intake}/rows")
    @Permit(Who.STAFF)
    public RowsView rows(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @QueryParam("show") @DefaultValue("rejected") String show,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context SecurityContext security) {
        IntakeService.Shown shown = intakes.require(Caller.of(security), id, intake);
        int most = Slice.limit(limit);
        int skip = RowsView.skip(after);
        List<FileRow> rows = intakes.list(intake, Listed.ofCode(show), skip, most + 1);
        return RowsView.of(shown.about(), rows, skip, most);
    }

    @Operation(summary = "Type cells anew; the rows are checked again")
    @POST
    @Path("{intake}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permit(Who.STAFF)
    public Response correct(
            @PathParam("id") EngagementId id,
            @PathParam("intake") UUID intake,
            @Context SecurityContext security,
            CorrectionsInput input) {
        About about = intakes.require(Caller.of(security), id, intake).about();
        return begun(security, id, intakes.correct(Caller.of(security), id, intake, input.corrections(about)));
    }

    @Operation(summary = "Import the rows that can be imported, all or none")
    @POST
    @Path("{intake}/confirm")
    @Permit(Who.STAFF)
    public Response confirm(
            @PathParam("id") EngagementId id, @PathParam("intake") UUID intake, @Context SecurityContext security) {
        return begun(security, id, intakes.confirm(Caller.of(security), id, intake));
    }

    private Response begun(SecurityContext security, EngagementId id, IntakeService.Begun begun) {
        UUID job = begun.job();
        if (job != null) {
            return ContactsImportResource.accepted(job);
        }
        ImportReport report = begun.report();
        return Response.ok(report == null ? view(security, id, begun.intake()) : report)
                .build();
    }

    @Operation(summary = "Give a file up; it is forgotten at once")
    @DELETE
    @Path("{intake}")
    @Permit(Who.STAFF)
    public void cancel(
            @PathParam("id") EngagementId id, @PathParam("intake") UUID intake, @Context SecurityContext security) {
        intakes.cancel(Caller.of(security), id, intake);
    }

    @Operation(summary = "The rejected rows as a workbook with a column Problem, to be corrected and sent again")
    @GET
    @Path("{intake}/rejected.xlsx")
    @Produces(TextWorkbook.TYPE)
    @Permit(Who.STAFF)
    public Response rejected(
            @PathParam("id") EngagementId id, @PathParam("intake") UUID intake, @Context SecurityContext security) {
        return rejected.of(intakes.require(Caller.of(security), id, intake));
    }

    /** How a file is to be read; absent: found. */
    record ReadingInput(
            @Nullable String encoding,
            @Nullable String separator,
            @Nullable String sheet) {}

    /** Cells typed anew. */
    record CorrectionsInput(List<Cell> corrections) {

        /**
         * A cell.
         *
         * @param was what it holds now
         * @param same true: every row with that value in this column
         */
        record Cell(
                int row,
                String column,
                @Nullable String was,
                String value,
                @Nullable Boolean same) {}

        List<Correction> corrections(About about) {
            return corrections.stream().map(cell -> correction(about, cell)).toList();
        }

        private static Correction correction(About about, Cell cell) {
            int column = about.header().indexOf(cell.column());
            if (column < 0) {
                throw new RefusedException(
                        ProblemType.INVALID,
                        "Nothing was corrected.",
                        List.of(InputError.field("/corrections", cell.column(), "names no column of the file")));
            }
            String was = cell.was();
            return new Correction(
                    cell.row(), column, was == null ? "" : was, cell.value(), Boolean.TRUE.equals(cell.same()));
        }
    }

    /** Rows of one list. */
    record RowsView(
            List<RowView> items, @JsonInclude @Nullable String next) {

        /** A row with what is wrong with it. */
        record RowView(int row, List<String> cells, List<ProblemView> problems) {}

        /** One thing wrong. */
        record ProblemView(
                @Nullable String column, @Nullable String value, String message, String fix) {}

        static int skip(@Nullable String after) {
            return Slice.after(after)
                    .map(key -> {
                        try {
                            return Integer.parseUnsignedInt(key);
                        } catch (NumberFormatException e) {
                            throw Slice.wrongCursor(String.valueOf(after));
                        }
                    })
                    .orElse(0);
        }

        static RowsView of(About about, List<FileRow> rows, int skip, int most) {
            Slice<FileRow> slice = Slice.of(rows, most, row -> String.valueOf(skip + most));
            return new RowsView(
                    slice.items().stream().map(row -> row(about, row)).toList(), slice.next());
        }

        private static RowView row(About about, FileRow row) {
            List<Wrong> all = row.problems().isEmpty() ? row.warnings() : row.problems();
            return new RowView(
                    row.number(),
                    row.cells(),
                    all.stream()
                            .map(problem -> new ProblemView(
                                    ReportedProblems.columnName(about.header(), IntakeWork.mapping(about), problem),
                                    problem.value(),
                                    problem.message(),
                                    problem.fix()))
                            .toList());
        }
    }
}
