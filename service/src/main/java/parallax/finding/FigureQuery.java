package parallax.finding;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which figures are asked for. A filter given several times takes what fits any of its values. */
public final class FigureQuery {

    private static final Set<String> NAMES =
            new TreeSet<>(List.of("kind", "measure", "audience", "team", "touchpoint", "segment", "format"));

    @QueryParam("kind")
    List<String> kinds = new ArrayList<>();

    @QueryParam("measure")
    List<String> measures = new ArrayList<>();

    @QueryParam("audience")
    List<String> audiences = new ArrayList<>();

    @QueryParam("team")
    List<String> teams = new ArrayList<>();

    @QueryParam("touchpoint")
    List<String> touchpoints = new ArrayList<>();

    /** {@code variable:value}. */
    @QueryParam("segment")
    List<String> segments = new ArrayList<>();

    /** {@code json} or {@code csv}. */
    @QueryParam("format")
    List<String> formats = new ArrayList<>();

    @Context
    @Nullable
    UriInfo uri;

    /** Parameters that are none of the filters: left unread, a misspelt one would look as if it had been obeyed. */
    Set<String> unknown() {
        Set<String> unknown =
                new TreeSet<>(uri == null ? Set.of() : uri.getQueryParameters().keySet());
        unknown.removeAll(NAMES);
        return unknown;
    }

    static Set<String> names() {
        return NAMES;
    }
}
