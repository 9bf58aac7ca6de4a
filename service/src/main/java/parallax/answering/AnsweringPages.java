package parallax.answering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parallax.web.LinkMisses;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The respondents' pages. The link is the credential: there is no session and no cookie. */
@Path("/s/{token}")
@Produces(MediaType.TEXT_HTML)
public final class AnsweringPages {

    private final AnsweringFlow flow;
    private final ReferralFlow referrals;
    private final LinkMisses misses;

    AnsweringPages(AnsweringFlow flow, ReferralFlow referrals, LinkMisses misses) {
        this.flow = flow;
        this.referrals = referrals;
        this.misses = misses;
    }

    @GET
    @Permit(Who.ANYONE)
    public Response open(
            @PathParam("token") String token,
            @QueryParam("page") @Nullable String page,
            @QueryParam("check") @Nullable String check,
            @QueryParam("colleague") @Nullable String colleague,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection) {
        Visit visit = new Visit(page, check != null, languages(request), device(request));
        Reply reply = colleague == null ? flow.open(token, visit) : referrals.open(token, visit);
        return respond(reply, request, connection);
    }

    @POST
    @Permit(Who.ANYONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(
            @PathParam("token") String token,
            @QueryParam("colleague") @Nullable String colleague,
            InputStream body,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection)
            throws IOException {
        Visit visit = new Visit(null, false, languages(request), device(request));
        Reply reply = colleague == null ? flow.post(token, body, visit) : referrals.post(token, body, visit);
        return respond(reply, request, connection);
    }

    /** Without region: forms know none. */
    private static List<String> languages(ContainerRequestContext request) {
        return request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .distinct()
                .toList();
    }

    private static Device device(ContainerRequestContext request) {
        return Device.of(request.getHeaderString("User-Agent"), request.getHeaderString("Sec-CH-UA-Mobile"));
    }

    private Response respond(Reply reply, ContainerRequestContext request, HttpServletRequest connection) {
        if (reply.miss()) {
            misses.count(connection.getRemoteAddr());
        }
        return reply.respond(PageContext.of(request));
    }
}
