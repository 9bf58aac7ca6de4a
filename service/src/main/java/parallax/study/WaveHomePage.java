package parallax.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.web.Page;
import parallax.web.PageContext;

/** Home of a wave: its state, its plan, and what other features show and do. */
public final class WaveHomePage extends Page {

    private final Engagement engagement;
    private final Wave wave;
    private final WavePanel.@Nullable Stage stage;
    private final List<WavePanel.Content> panels;

    /** @param stage what it goes through, in place of its state; null: the state says it */
    WaveHomePage(
            PageContext context,
            Engagement engagement,
            Wave wave,
            WavePanel.@Nullable Stage stage,
            List<WavePanel.Content> panels) {
        super("/templates/study/wave.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.stage = stage;
        this.panels = oneNextStep(panels);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getUrl() {
        return "/waves/" + wave.id();
    }

    public String getName() {
        return wave.name();
    }

    public String getState() {
        return stage == null ? Words.of(wave.state()) : stage.name();
    }

    /** Whether dates and reminders can still change; a closed wave can only be renamed. */
    public boolean isChangeable() {
        return wave.closedAt() == null;
    }

    public String getTag() {
        return Words.tag(wave.state());
    }

    public String getExplained() {
        if (stage != null) {
            return stage.explained();
        }
        return wave.source() == AnswerSource.IMPORT
                ? "Its answers were gathered elsewhere and imported."
                : Words.explained(wave.state());
    }

    public List<WavePanel.Fact> getFacts() {
        List<WavePanel.Fact> facts = new ArrayList<>();
        facts.add(new WavePanel.Fact("Asked", Words.of(wave.audiences())));
        if (wave.launchedAt() != null) {
            facts.add(new WavePanel.Fact("Launched", Words.time(wave.launchedAt())));
        }
        if (wave.closedAt() != null) {
            facts.add(new WavePanel.Fact("Closed", Words.time(wave.closedAt())));
        } else {
            facts.add(new WavePanel.Fact(
                    "Closes", wave.closesAt() == null ? "by hand, no date is set" : Words.time(wave.closesAt())));
            facts.add(new WavePanel.Fact("Days of grace", Integer.toString(wave.graceDays())));
            facts.add(new WavePanel.Fact("Reminders", Words.days(wave.reminders())));
        }
        if (wave.questionnaireVersion() != null) {
            facts.add(new WavePanel.Fact("Questionnaire", "version " + wave.questionnaireVersion()));
        }
        return facts;
    }

    public List<WavePanel.Content> getPanels() {
        return panels;
    }

    /** Of several next steps only the first is shown as such: one primary button a page. */
    private static List<WavePanel.Content> oneNextStep(List<WavePanel.Content> panels) {
        boolean found = false;
        List<WavePanel.Content> result = new ArrayList<>();
        for (WavePanel.Content panel : panels) {
            List<WavePanel.Action> actions = new ArrayList<>();
            for (WavePanel.Action action : panel.actions()) {
                boolean primary = action.primary() && !found;
                found |= primary;
                actions.add(new WavePanel.Action(
                        action.label(), action.url(), action.post(), primary, action.confirm(), action.fields()));
            }
            result.add(new WavePanel.Content(
                    panel.order(), panel.title(), panel.text(), panel.facts(), panel.table(), actions));
        }
        return List.copyOf(result);
    }
}
