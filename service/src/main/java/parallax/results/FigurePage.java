package parallax.results;

import java.util.List;
import java.util.Map;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.web.Page;
import parallax.web.PageContext;

/** One figure and everything it stands on. */
final class FigurePage extends Page {

    private final FigureOrigin origin;

    FigurePage(PageContext context, FigureOrigin origin) {
        super("/templates/results/figure.ftlh", context);
        this.origin = origin;
    }

    public FigureOrigin getOrigin() {
        return origin;
    }

    public String getWaveUrl() {
        return "/waves/" + origin.wave().id();
    }

    public String getEngagementUrl() {
        return "/engagements/" + origin.engagement().id();
    }

    /** Every number by its name in the API, unrounded. */
    public List<Number> getNumbers() {
        return origin.figure().fields().entrySet().stream()
                .filter(field -> !(field.getValue() instanceof Map))
                .map(field -> new Number(field.getKey(), String.valueOf(field.getValue())))
                .toList();
    }

    /** A name and what stands under it. */
    public record Number(String name, String value) {}

    public String audience(String code) {
        return Names.audience(Audience.ofCode(code));
    }

    public String measure(String code) {
        return Names.measure(Measure.ofCode(code));
    }
}
