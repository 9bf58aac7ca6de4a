package parallax.study;

import java.util.List;
import parallax.web.Page;
import parallax.web.PageContext;

/** All engagements. */
public final class EngagementListPage extends Page {

    private final List<Line> engagements;

    EngagementListPage(PageContext context, List<Line> engagements) {
        super("/templates/study/engagements.ftlh", context);
        this.engagements = List.copyOf(engagements);
    }

    public List<Line> getEngagements() {
        return engagements;
    }

    /** An engagement in the list. */
    public record Line(String url, String name, String client, boolean sample, String waves) {

        static Line of(Engagement engagement, List<Wave> waves) {
            long running =
                    waves.stream().filter(wave -> wave.state().takesAnswers()).count();
            String words = waves.isEmpty() ? "no wave yet" : Words.count(waves.size(), "wave", "waves");
            return new Line(
                    "/engagements/" + engagement.id(),
                    engagement.name(),
                    engagement.client(),
                    engagement.sample(),
                    running == 0 ? words : words + ", " + running + " open");
        }
    }
}
