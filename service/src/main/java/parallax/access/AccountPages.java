package parallax.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;
import parallax.web.SessionCookies;

/** One's own account in the browser. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
public final class AccountPages {

    private final AccessService access;
    private final TokenService tokens;
    private final SessionCookies cookies;

    AccountPages(AccessService access, TokenService tokens, SessionCookies cookies) {
        this.access = access;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    @GET
    @Permit(Permit.Who.SIGNED_IN)
    public AccountPage account(@QueryParam("after") @Nullable String after, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request.getSecurityContext());
        return new AccountPage(PageContext.of(request), caller, tokens.list(caller, null, after), List.of());
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Permit(Permit.Who.SIGNED_IN)
    public Response changePassword(
            @FormParam("present") @Nullable String present,
            @FormParam("password") @Nullable String wanted,
            @FormParam("repeated") @Nullable String repeated,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest connection) {
        Caller caller = Caller.of(request.getSecurityContext());
        String chosen = Objects.requireNonNullElse(wanted, "");
        try {
            requireSame(chosen, repeated);
            access.changePassword(caller, Objects.requireNonNullElse(present, ""), chosen, connection.getRemoteAddr());
        } catch (RefusedException refused) {
            if (refused.type() != ProblemType.INVALID) {
                throw refused;
            }
            return Response.status(refused.type().status())
                    .entity(new AccountPage(
                            PageContext.of(request), caller, tokens.list(caller, null, null), refused.errors()))
                    .build();
        }
        return Response.fromResponse(SeeOther.to("/sign-in", "The password is changed. Sign in with the new one."))
                .cookie(cookies.expired())
                .build();
    }

    private static void requireSame(String chosen, @Nullable String repeated) {
        if (!chosen.equals(repeated)) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The password was not changed.",
                    List.of(InputError.field("repeated", null, "The two new passwords differ. Type both again.")));
        }
    }

    @POST
    @Path("tokens/{id}/revoke")
    @Permit(Permit.Who.SIGNED_IN)
    public Response revoke(@PathParam("id") UUID id, @Context ContainerRequestContext request) {
        tokens.revoke(Caller.of(request.getSecurityContext()), id);
        return SeeOther.to("/account", "The token is revoked; nothing can be done with it any more.");
    }
}
