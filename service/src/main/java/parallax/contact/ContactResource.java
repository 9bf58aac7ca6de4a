package parallax.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.Versions;

/** One person. */
@Path("/api/contacts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactResource {

    private final ContactEditing contacts;

    ContactResource(ContactEditing contacts) {
        this.contacts = contacts;
    }

    @Operation(summary = "Change a contact")
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Permit(Who.STAFF)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context SecurityContext security,
            JsonNode patch) {
        ContactView view = contacts.change(Caller.of(security), id, patch, ifMatch);
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }

    @Operation(summary = "Remove a contact")
    @DELETE
    @Permit(Who.STAFF)
    public void remove(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(description = "The person asked for it: the address is never taken in again")
                    @QueryParam("asked")
                    boolean asked,
            @Context SecurityContext security) {
        contacts.remove(Caller.of(security), id, ifMatch, asked);
    }
}
