package parallax.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.LocalPath;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.ProblemType;
import parallax.web.SeeOther;
import parallax.web.SessionCookies;

/** Signing in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {

    private static final String WRONG = "The mail address or the password is wrong.";

    private final SessionService sessions;
    private final SessionCookies cookies;

    SignInPages(SessionService sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** @param next local path to go on to; anything else leads to the start page */
    @GET
    @Path("sign-in")
    @Permit(Permit.Who.ANYONE)
    public Response form(@QueryParam("next") @Nullable String next, @Context ContainerRequestContext request) {
        PageContext context = PageContext.of(request);
        return context.caller().isPresent()
                ? SeeOther.to(LocalPath.orHome(next))
                : Response.ok(new SignInPage(context, LocalPath.orHome(next), "", List.of()))
                        .build();
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Permit.Who.ANYONE)
    public Response signIn(
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection) {
        String typed = Objects.requireNonNullElse(email, "");
        Optional<String> earlier = cookies.sessionOf(request.getCookies());
        SignInCommand command =
                new SignInCommand(typed, Objects.requireNonNullElse(password, ""), connection.getRemoteAddr(), earlier);
        return sessions.signIn(command)
                .map(id -> Response.fromResponse(SeeOther.to(LocalPath.orHome(next)))
                        .cookie(cookies.issue(id))
                        .build())
                .orElseGet(() -> refused(PageContext.of(request), LocalPath.orHome(next), typed));
    }

    private static Response refused(PageContext context, String next, String email) {
        List<InputError> errors = List.of(InputError.field("email", null, WRONG));
        return Response.status(ProblemType.INVALID.status())
                .entity(new SignInPage(context, next, email, errors))
                .build();
    }

    @POST
    @Path("sign-out")
    @Permit(Permit.Who.SIGNED_IN)
    public Response signOut(@Context ContainerRequestContext request) {
        cookies.sessionOf(request.getCookies())
                .ifPresent(id -> sessions.signOut(id, Caller.of(request.getSecurityContext())));
        return Response.fromResponse(SeeOther.to("/sign-in", "You are signed out."))
                .cookie(cookies.expired())
                .build();
    }
}
