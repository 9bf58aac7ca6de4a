package parallax.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Style sheets and pictures from the class path; kept by browsers for a year when asked for by their version. */
@Path("/assets")
public final class AssetsResource {

    AssetsResource() {}

    @GET
    @Path("{name: .+}")
    @Permit(Permit.Who.ANYONE)
    public Response asset(
            @PathParam("name") String name,
            @QueryParam("v") @Nullable String version,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Assets.Asset asset = Assets.find(name).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(asset.version());
        boolean lasting = asset.version().equals(version);
        Response.ResponseBuilder answer = ("\"" + asset.version() + "\"").equals(known)
                ? Response.notModified()
                : Response.ok(asset.content(), asset.type());
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, lasting ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }
}
