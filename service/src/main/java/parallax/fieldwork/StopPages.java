package parallax.fieldwork;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import parallax.answering.AnsweringSettings;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** "Stop all mails". Looking changes nothing; a POST acts at once, whoever sends it and in whatever form (RFC 8058). */
@Path("/u/{token}")
@Produces(MediaType.TEXT_HTML)
public final class StopPages {

    private final StopService stops;
    private final AnsweringSettings settings;

    StopPages(StopService stops, AnsweringSettings settings) {
        this.stops = stops;
        this.settings = settings;
    }

    @GET
    @Permit(Who.ANYONE)
    public StopPage ask(
            @PathParam("token") String token,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection) {
        return page(token, request, connection);
    }

    /** 200 and no redirect, however often. */
    @POST
    @Permit(Who.ANYONE)
    public StopPage stop(
            @PathParam("token") String token,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection) {
        stops.stop(token, connection.getRemoteAddr());
        return page(token, request, connection);
    }

    private StopPage page(String token, ContainerRequestContext request, HttpServletRequest connection) {
        return new StopPage(
                PageContext.of(request),
                settings,
                request.getAcceptableLanguages().stream()
                        .map(Locale::getLanguage)
                        .toList(),
                stops.standing(token, connection.getRemoteAddr()).orElse(null));
    }
}
