package parallax.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.Page;
import parallax.web.PageContext;

/** Home of an engagement: what is done, and what comes next. */
public final class EngagementHomePage extends Page {

    private final Engagement engagement;
    private final List<EngagementTask.Line> tasks;
    private final List<WaveLine> waves;

    EngagementHomePage(
            PageContext context, Engagement engagement, List<EngagementTask.Line> tasks, List<WaveLine> waves) {
        super("/templates/study/engagement.ftlh", context);
        this.engagement = engagement;
        this.tasks = List.copyOf(tasks);
        this.waves = List.copyOf(waves);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getUrl() {
        return "/engagements/" + engagement.id();
    }

    public List<TaskLine> getTasks() {
        return tasks.stream().map(TaskLine::of).toList();
    }

    /** The task that comes next; null when none is left. */
    public EngagementTask.@Nullable Line getNext() {
        return TaskList.next(tasks).orElse(null);
    }

    public List<WaveLine> getWaves() {
        return waves;
    }

    /** A task in the list. */
    public record TaskLine(String title, String url, String status, String progress, String tag) {

        static TaskLine of(EngagementTask.Line line) {
            String tag = switch (line.progress()) {
                case DONE -> "tag-done";
                case TO_DO -> "tag-todo";
                case UNDER_WAY -> "tag-notice";
                case OPTIONAL, CANNOT_START -> "";
            };
            return new TaskLine(
                    line.title(), line.url(), line.status(), line.progress().words(), tag);
        }
    }

    /** A wave in the list. */
    public record WaveLine(String url, String name, String state, String tag, String audiences, String dates) {

        static WaveLine of(Wave wave) {
            return new WaveLine(
                    "/waves/" + wave.id(),
                    wave.name(),
                    Words.of(wave.state()),
                    Words.tag(wave.state()),
                    Words.of(wave.audiences()),
                    dates(wave));
        }

        private static String dates(Wave wave) {
            if (wave.closedAt() != null) {
                return "closed " + Words.time(wave.closedAt());
            }
            return wave.closesAt() == null ? "no closing date" : "closes " + Words.time(wave.closesAt());
        }
    }
}
