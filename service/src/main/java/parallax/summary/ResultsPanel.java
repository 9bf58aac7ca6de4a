package parallax.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parallax.questionnaire.Audience;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** Results and downloads, on the wave's page. */
final class ResultsPanel implements WavePanel {

    private static final int ORDER = 40;

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        String url = "/waves/" + wave.id();
        if (wave.state() == WaveState.DRAFT) {
            return Optional.empty();
        }
        if (!wave.state().hasFigures()) {
            return Optional.of(content(
                    "Nothing is shown before the wave is closed: live figures could tell who has just answered.",
                    List.of()));
        }
        List<Action> actions = new ArrayList<>();
        actions.add(Action.link("See the summary", url + "/summary").asPrimary());
        actions.add(Action.link("Results, question by question", url + "/results"));
        for (Audience team : teamsWithAWorkbook(wave)) {
            actions.add(
                    Action.link("Excel for " + SummaryTable.name(team), url + "/workbooks/" + team.code() + ".xlsx"));
        }
        return Optional.of(content(
                "The summary is for leadership, a workbook is for its team. All are drafts for the consultancy.",
                actions));
    }

    /** The teams that were asked; a study of customers alone has something to tell both. */
    static List<Audience> teamsWithAWorkbook(Wave wave) {
        List<Audience> teams = List.of(Audience.SALES, Audience.MARKETING);
        List<Audience> asked = teams.stream().filter(wave.audiences()::contains).toList();
        return asked.isEmpty() ? teams : asked;
    }

    private static Content content(String text, List<Action> actions) {
        return new Content(ORDER, "Results", text, List.of(), null, actions);
    }
}
