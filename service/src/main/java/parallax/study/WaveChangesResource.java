package parallax.study;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import parallax.instrument.TextPlace;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** What was changed in a wave while it is answered. */
@Path("/api/waves/{id}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WaveChangesResource {

    private final WaveService waves;
    private final WaveChanges changes;

    WaveChangesResource(WaveService waves, WaveChanges changes) {
        this.waves = waves;
        this.changes = changes;
    }

    @Operation(summary = "Typos mended and questions stopped while the wave was answered")
    @GET
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangesView.class)))
    public Response list(@PathParam("id") WaveId id) {
        waves.require(id);
        List<ChangeView> made = changes.list(id).stream().map(ChangeView::of).toList();
        return Response.ok(new ChangesView(made)).tag(Versions.tag(made.size())).build();
    }

    /** 409 unless the wave takes answers; 412 when If-Match names another number of changes than were made. */
    @Operation(summary = "Mend a typo, or stop asking something from now on")
    @POST
    @Permit(Who.STAFF)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangesView.class)))
    public Response add(
            @PathParam("id") WaveId id,
            ChangeInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        IntConsumer sameVersion = version -> Versions.requireMatch(ifMatch, version);
        String kind = input.kind() == null ? "" : input.kind();
        if (kind.equals(WaveChangeRow.STOP)) {
            changes.stop(caller, id, input.subject(), sameVersion);
        } else if (kind.equals(WaveChangeRow.TYPO)) {
            changes.correct(caller, id, input.at(), input.after(), sameVersion);
        } else {
            waves.require(id);
            InputCheck check = new InputCheck();
            check.error("/kind", InputCheck.visible(kind), "Use typo or stop.");
            check.finish();
        }
        return list(id);
    }

    private static String given(@Nullable String part) {
        return part == null ? "" : part;
    }

    /**
     * A change.
     *
     * @param kind {@code typo} or {@code stop}
     * @param subject key of a touchpoint, page or item
     * @param place of a typo: {@code label}, {@code hint}, {@code question.customer}, {@code choice.KEY} and so on
     * @param after of a typo: the text as it shall read
     */
    record ChangeInput(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String place,
            @Nullable String language,
            @Nullable String after) {

        WaveChanges.TextAt at() {
            return new WaveChanges.TextAt(new TextPlace(given(subject), given(place)), given(language));
        }
    }

    /** Oldest first. */
    record ChangesView(List<ChangeView> items) {}

    /** A change that was made. */
    record ChangeView(
            String kind,
            String subject,
            @Nullable String place,
            @Nullable String language,
            @Nullable String before,
            @Nullable String after,
            Instant at,
            String by) {

        static ChangeView of(WaveChange change) {
            WaveChange.Corrected text = change.text();
            return text == null
                    ? new ChangeView(
                            WaveChangeRow.STOP, change.subject(), null, null, null, null, change.at(), change.by())
                    : new ChangeView(
                            WaveChangeRow.TYPO,
                            change.subject(),
                            text.place().place(),
                            text.language(),
                            text.before(),
                            text.after(),
                            change.at(),
                            change.by());
        }
    }
}
