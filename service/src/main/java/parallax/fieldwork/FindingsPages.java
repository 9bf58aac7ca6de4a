package parallax.fieldwork;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import parallax.message.FindingsLetters;
import parallax.message.FindingsLetters.Written;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.SeeOther;

/** The findings letter: what it says, and to how many it goes. */
@Path("/waves/{id}/findings-letter")
@Produces(MediaType.TEXT_HTML)
public final class FindingsPages {

    private final FindingsService findings;

    FindingsPages(FindingsService findings) {
        this.findings = findings;
    }

    @GET
    @Permit(Who.STAFF)
    public FindingsPage write(@PathParam("id") WaveId id, @Context ContainerRequestContext request) {
        return new FindingsPage(PageContext.of(request), findings.state(id), Map.of(), "", List.of());
    }

    @POST
    @Permit(Who.STAFF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @PathParam("id") WaveId id, MultivaluedMap<String, String> form, @Context ContainerRequestContext request) {
        FindingsService.State state = findings.state(id);
        Map<String, Written> letter = new TreeMap<>();
        state.readers().keySet().forEach(language -> letter.put(language, typed(form, language)));
        String confirm = text(form, "confirm").strip();
        List<InputError> errors = new ArrayList<>(FindingsLetters.faults(letter));
        if (!confirm.equals(String.valueOf(state.people()))) {
            errors.add(InputError.field(
                    "confirm", confirm, "Type %d, the number of people who get the letter.".formatted(state.people())));
        }
        if (state.released() && !state.sent() && !errors.isEmpty()) {
            return Response.status(422)
                    .entity(new FindingsPage(PageContext.of(request), state, letter, confirm, errors))
                    .build();
        }
        int people = findings.send(Caller.of(request.getSecurityContext()), id, letter);
        return SeeOther.to(
                "/waves/" + id,
                "The findings letter is on its way to %s.".formatted(Words.count(people, "person", "people")));
    }

    private static Written typed(MultivaluedMap<String, String> form, String language) {
        return FindingsLetters.typed(text(form, "findings-" + language), text(form, "decision-" + language));
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }
}
