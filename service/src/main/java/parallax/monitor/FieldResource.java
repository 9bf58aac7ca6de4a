package parallax.monitor;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parallax.fieldwork.FieldNumbers;
import parallax.fieldwork.FieldService;
import parallax.study.WaveId;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** How the field of a wave stands. */
@Path("/api/waves/{id}/field")
@Produces(MediaType.APPLICATION_JSON)
public final class FieldResource {

    private final FieldService field;

    FieldResource(FieldService field) {
        this.field = field;
    }

    @Operation(summary = "Field numbers of a wave by audience, account coverage and segment")
    @GET
    @Permit(Who.STAFF)
    public FieldNumbers numbers(@PathParam("id") WaveId id) {
        return field.numbers(id);
    }
}
