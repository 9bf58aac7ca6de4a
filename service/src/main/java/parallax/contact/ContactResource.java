package parallax.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** One person, and the undoing of an import. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactResource {

    private final ContactEditing contacts;
    private final ContactImport imports;

    ContactResource(ContactEditing contacts, ContactImport imports) {
        this.contacts = contacts;
        this.imports = imports;
    }

    @Operation(summary = "Change a contact")
    @PATCH
    @Path("contacts/{id}")
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
    @Path("contacts/{id}")
    @Permit(Who.STAFF)
    public void remove(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context SecurityContext security) {
        contacts.remove(Caller.of(security), id, ifMatch);
    }

    @Operation(summary = "Undo an import, until its first mail left")
    @DELETE
    @Path("imports/{id}")
    @Permit(Who.STAFF)
    public void undo(@PathParam("id") UUID id, @Context SecurityContext security) {
        imports.undo(Caller.of(security), id);
    }
}
