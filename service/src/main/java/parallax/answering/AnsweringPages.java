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
    private final LinkMisses misses;

    AnsweringPages(AnsweringFlow flow, LinkMisses misses) {
        this.flow = flow;
        this.misses = misses;
    }

    @GET
    @Permit(Who.ANYONE)
    public Response open(
            @PathParam("token") String token,
            @QueryParam("page") @Nullable String page,
            @QueryParam("check") @Nullable String check,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection) {
        return respond(flow.open(token, page, check != null), request, connection);
    }

    @POST
    @Permit(Who.ANYONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(
            @PathParam("token") String token,
            InputStream body,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection)
            throws IOException {
        return respond(flow.post(token, body), request, connection);
    }

    private Response respond(Reply reply, ContainerRequestContext request, HttpServletRequest connection) {
        if (reply.miss()) {
            misses.count(connection.getRemoteAddr());
        }
        return reply.respond(PageContext.of(request));
    }
}
