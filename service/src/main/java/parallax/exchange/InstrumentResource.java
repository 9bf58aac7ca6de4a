package parallax.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** The questionnaire of an engagement as a file of this or another survey tool. */
@Path("/api/engagements/{id}/instrument")
@Produces(MediaType.APPLICATION_JSON)
public final class InstrumentResource {

    private final EngagementService engagements;
    private final InstrumentService instruments;
    private final Incoming incoming;

    InstrumentResource(EngagementService engagements, InstrumentService instruments, Incoming incoming) {
        this.engagements = engagements;
        this.instruments = instruments;
        this.incoming = incoming;
    }

    /**
     * @param format lss, xlsform or json
     * @param audiences asked the questions of a LimeSurvey or XLSForm file, which know none; customers when absent
     * @param dryRun tells what would be taken and writes nothing
     * @param ifMatch the engagement's entity tag: 412 when it was changed since
     */
    @Operation(
            summary =
                    "Take the questionnaire from a LimeSurvey, XLSForm or JSON file, with a list of what it cannot hold")
    @POST
    @Consumes(MediaType.WILDCARD)
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InstrumentReport.class)))
    public Response take(
            @PathParam("id") EngagementId id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("audience") List<String> audiences,
            @QueryParam("dry_run") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security,
            InputStream body) {
        engagements.require(id);
        InstrumentFormat kind = InstrumentFormat.ofCode(format);
        Set<Audience> asked = audiences.isEmpty() ? Set.of(Audience.CUSTOMER) : FileToTake.audiences(audiences);
        try (ReceivedFile file = incoming.receive(body, InstrumentService.MOST_BYTES)) {
            FileToTake sent = new FileToTake(kind, file, asked);
            Reading reading = dryRun
                    ? instruments.look(id, sent)
                    : instruments.take(Caller.of(security), id, sent, now -> Versions.requireMatch(ifMatch, now));
            return Response.ok(InstrumentReport.of(reading, !dryRun)).build();
        }
    }

    /**
     * @param format json (the whole model) or surveyjs (the form of one audience)
     * @param audience for surveyjs
     */
    @Operation(summary = "The questionnaire as a file: the whole model, or a form for SurveyJS")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response give(
            @PathParam("id") EngagementId id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("audience") @Nullable String audience) {
        engagements.require(id);
        return download(instruments, id, format, audience);
    }

    static Response download(
            InstrumentService instruments, EngagementId id, @Nullable String format, @Nullable String audience) {
        String name = "json".equals(format) ? "questionnaire.json" : "surveyjs-" + audience + ".json";
        if (!"json".equals(format) && !"surveyjs".equals(format)) {
            throw InstrumentFormat.unknown(format, "json, surveyjs");
        }
        Object content = "json".equals(format) ? instruments.model(id) : instruments.surveyJs(id, audience);
        return Response.ok(content, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
