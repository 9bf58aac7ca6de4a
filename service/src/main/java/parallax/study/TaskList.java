package parallax.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tasks of an engagement: this package's own, and what other features add. */
final class TaskList {

    private static final int TOUCHPOINTS = 10;
    private static final int WAVES = 40;

    private final QuestionnaireService questionnaires;
    private final WaveService waves;
    private final List<EngagementTask> added;

    /** @param added grows while the service is wired */
    TaskList(QuestionnaireService questionnaires, WaveService waves, List<EngagementTask> added) {
        this.questionnaires = questionnaires;
        this.waves = waves;
        this.added = added;
    }

    List<EngagementTask.Line> of(Engagement engagement) {
        List<EngagementTask.Line> lines = new ArrayList<>();
        lines.add(touchpoints(engagement));
        lines.add(questionnaire(engagement));
        lines.add(waves(engagement));
        added.forEach(task -> lines.add(task.line(engagement)));
        lines.sort(Comparator.comparingInt(EngagementTask.Line::order));
        return lines;
    }

    /** The first task that is not done; once a wave is out, that wave, whatever else could still be done. */
    static Optional<EngagementTask.Line> next(List<EngagementTask.Line> lines) {
        return lines.stream()
                .filter(line -> line.order() == WAVES && line.progress() != EngagementTask.Progress.TO_DO)
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> line.progress() == EngagementTask.Progress.TO_DO
                                || line.progress() == EngagementTask.Progress.UNDER_WAY)
                        .findFirst());
    }

    private EngagementTask.Line touchpoints(Engagement engagement) {
        int count = questionnaires.current(engagement.id()).touchpoints().size();
        return new EngagementTask.Line(
                TOUCHPOINTS,
                "Touchpoints",
                "/engagements/" + engagement.id() + "/touchpoints",
                Words.count(count, "touchpoint", "touchpoints") + " chosen",
                EngagementTask.Progress.DONE,
                "Choose touchpoints");
    }

    private EngagementTask.Line questionnaire(Engagement engagement) {
        int items = questionnaires.current(engagement.id()).items().size();
        int problems = questionnaires.problems(engagement.id()).size();
        return new EngagementTask.Line(
                TOUCHPOINTS + 1,
                "Questionnaire",
                "/engagements/" + engagement.id() + "/questionnaire",
                problems == 0
                        ? Words.count(items, "item", "items") + " beside the ratings"
                        : Words.count(problems, "thing", "things") + " to mend",
                problems == 0 ? EngagementTask.Progress.DONE : EngagementTask.Progress.TO_DO,
                "Mend the questionnaire");
    }

    private EngagementTask.Line waves(Engagement engagement) {
        List<Wave> all = waves.list(engagement.id());
        Optional<Wave> open =
                all.stream().filter(wave -> wave.state().takesAnswers()).findFirst();
        Optional<Wave> draft =
                all.stream().filter(wave -> wave.state() == WaveState.DRAFT).findFirst();
        if (open.isPresent()) {
            return line(
                    EngagementTask.Progress.UNDER_WAY,
                    "/waves/" + open.get().id(),
                    "“%s” is being answered".formatted(open.get().name()),
                    "Watch the field");
        }
        if (draft.isPresent()) {
            return line(
                    EngagementTask.Progress.TO_DO,
                    "/waves/" + draft.get().id(),
                    "“%s” is a draft".formatted(draft.get().name()),
                    "Go on with the wave");
        }
        return all.isEmpty()
                ? line(
                        EngagementTask.Progress.TO_DO,
                        "/engagements/" + engagement.id() + "/waves/new",
                        "none yet",
                        "Plan a wave")
                : line(
                        EngagementTask.Progress.DONE,
                        "/waves/" + all.get(all.size() - 1).id(),
                        Words.count(all.size(), "wave", "waves") + " closed",
                        "See the results");
    }

    private static EngagementTask.Line line(
            EngagementTask.Progress progress, String url, String status, String action) {
        return new EngagementTask.Line(WAVES, "Waves", url, status, progress, action);
    }
}
