package parallax.results;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;

/** Which figures are asked for. A filter given several times takes what fits any of its values. */
public final class FigureQuery {

    @Parameter(description = "Kinds of figures, such as perception_gap")
    @QueryParam("kind")
    public List<String> kinds = new ArrayList<>();

    @Parameter(description = "experience or importance")
    @QueryParam("measure")
    public List<String> measures = new ArrayList<>();

    @Parameter(description = "customer, sales or marketing; of figures that carry an audience")
    @QueryParam("audience")
    public List<String> audiences = new ArrayList<>();

    @Parameter(description = "sales or marketing; of gaps that carry a team")
    @QueryParam("team")
    public List<String> teams = new ArrayList<>();

    @Parameter(description = "Keys of touchpoints")
    @QueryParam("touchpoint")
    public List<String> touchpoints = new ArrayList<>();

    /** {@code variable:value}. */
    @Parameter(description = "Planned segments, each as variable:value")
    @QueryParam("segment")
    public List<String> segments = new ArrayList<>();

    /** {@code json} or {@code csv}. */
    @Parameter(description = "json (the default) or csv")
    @QueryParam("format")
    public List<String> formats = new ArrayList<>();
}
