package parallax.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import parallax.finding.Figure;
import parallax.finding.FindingService;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The figures of a wave, for the consultancy: full precision, behind disclosure control. */
@Path("/api/waves/{id}/figures")
public final class FiguresResource {

    private final FindingService findings;

    FiguresResource(FindingService findings) {
        this.findings = findings;
    }

    @Operation(summary = "Every figure of a closed wave")
    @GET
    @Permit(Who.STAFF)
    @Produces({MediaType.APPLICATION_JSON, FigureFormat.CSV_TYPE})
    @ApiResponse(
            responseCode = "200",
            description = "The figures that fit; as a table with format=csv",
            content = @Content(schema = @Schema(implementation = FigureList.class)))
    public Response list(@PathParam("id") WaveId wave, @BeanParam FigureQuery query, @Context HttpHeaders headers) {
        FigureFormat format = FigureFormat.of(query.formats, headers.getAcceptableMediaTypes());
        List<Figure> picked = FigureFilter.pick(findings.of(wave), query);
        return switch (format) {
            case JSON ->
                Response.ok(FigureList.from(picked), MediaType.APPLICATION_JSON).build();
            case CSV ->
                Response.ok(FigureTable.csv(picked), FigureFormat.CSV_TYPE + ";charset=utf-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"")
                        .build();
        };
    }

    /** All figures that fit. */
    record FigureList(List<FigureJson> items) {

        static FigureList from(List<Figure> figures) {
            return new FigureList(figures.stream().map(FigureJson::from).toList());
        }
    }
}
