package parallax.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import parallax.instrument.TextPlace;
import parallax.study.InvalidInputException;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveChanges;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;
import parallax.web.Versions;

/** The two changes of a wave that is being answered: a typo, and to stop asking something. */
@Path("/waves/{id}/changes")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class WaveChangePages {

    private final StudyFeature study;

    WaveChangePages(StudyFeature study) {
        this.study = study;
    }

    @GET
    @Permit(Who.STAFF)
    public WaveChangesPage show(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        return page(id, Map.of(), List.of(), request);
    }

    @POST
    @Permit(Who.STAFF)
    public Response change(
            @PathParam("id") WaveId id, MultivaluedMap<String, String> form, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request.getSecurityContext());
        String version = "\"" + value(form, "version") + "\"";
        IntConsumer sameVersion = now -> Versions.requireMatch(version, now);
        try {
            if (form.containsKey("subject")) {
                study.changes().stop(caller, id, value(form, "subject"), sameVersion);
                return SeeOther.to("/waves/" + id + "/changes", "It is not asked any more.");
            }
            study.changes().correct(caller, id, at(value(form, "text")), value(form, "after"), sameVersion);
            return SeeOther.to("/waves/" + id + "/changes", "The text is mended.");
        } catch (InvalidInputException refused) {
            List<InputError> errors = refused.errors().stream()
                    .map(error -> "/place".equals(error.pointer())
                            ? InputError.field("text", error.value(), error.message())
                            : error)
                    .toList();
            return again(id, form, errors, refused, request);
        } catch (RefusedException refused) {
            if (refused.type() != ProblemType.CHANGED_MEANWHILE) {
                throw refused;
            }
            String field = form.containsKey("subject") ? "subject" : "after";
            return again(id, form, List.of(InputError.field(field, null, WaveChangesPage.CHANGED)), refused, request);
        }
    }

    /** From {@code LANGUAGE SUBJECT PLACE}. */
    private static WaveChanges.TextAt at(String text) {
        String[] parts = text.split(" ", 3);
        boolean whole = parts.length == 3;
        return new WaveChanges.TextAt(new TextPlace(whole ? parts[1] : "", whole ? parts[2] : ""), parts[0]);
    }

    private Response again(
            WaveId id,
            MultivaluedMap<String, String> form,
            List<InputError> errors,
            RefusedException refused,
            ContainerRequestContext request) {
        Map<String, String> typed =
                Map.of("text", value(form, "text"), "after", value(form, "after"), "subject", value(form, "subject"));
        return Response.status(refused.type().status())
                .entity(page(id, typed, errors, request))
                .build();
    }

    private WaveChangesPage page(
            WaveId id, Map<String, String> typed, List<InputError> errors, ContainerRequestContext request) {
        Wave wave = study.waves().require(id);
        return new WaveChangesPage(
                PageContext.of(request),
                study.engagements().require(wave.engagementId()),
                wave,
                new WaveChangesPage.Asked(
                        study.waves().questionnaire(wave), study.waves().changes(id)),
                typed,
                errors);
    }

    private static String value(MultivaluedMap<String, String> form, String name) {
        @Nullable String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
