package parallax.access;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.web.Permit;
import parallax.web.Slice;

/** Who did what when. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private final AuditTrail audit;

    AuditResource(AuditTrail audit) {
        this.audit = audit;
    }

    /** Newest first. */
    @Operation(summary = "Who did what and when; never answers, never tokens")
    @GET
    @Permit(Permit.Who.OWNER)
    public Slice<Deed> list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        Slice<AuditRow> rows = audit.list(limit, after);
        return new Slice<>(rows.items().stream().map(Deed::of).toList(), rows.next());
    }

    /** A deed; its id says nothing but which it is. */
    record Deed(
            String id,
            Instant at,
            @Nullable UUID person,
            @Nullable String email,
            String action,
            String subject) {

        static Deed of(AuditRow row) {
            return new Deed(
                    "a_" + Long.toString(row.id(), Character.MAX_RADIX),
                    row.at(),
                    row.person(),
                    row.email(),
                    row.action(),
                    row.subject());
        }
    }
}
