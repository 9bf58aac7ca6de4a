package parallax.fieldwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** Field numbers, on the wave's page: counts with their n and time, never who. */
final class FieldPanel implements WavePanel {

    private static final int ORDER = 20;
    private static final List<String> HEAD =
            List.of("Group", "Answered", "Started, not finished", "Not reached", "Stopped mails", "Can be shown");

    private final FieldService field;

    FieldPanel(FieldService field) {
        this.field = field;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (wave.source() != AnswerSource.FIELDWORK) {
            return Optional.empty();
        }
        FieldNumbers numbers = field.numbers(wave.id());
        List<List<String>> rows = FieldTable.rows(numbers).stream()
                .map(row -> List.of(
                        row.name(),
                        row.answered(),
                        String.valueOf(row.started()),
                        String.valueOf(row.bounced()),
                        String.valueOf(row.stopped()),
                        row.canBeShown()))
                .toList();
        String text = wave.state().takesAnswers()
                ? "Updated %s. Nobody sees here who said what.".formatted(Words.moment(numbers.updatedAt()))
                : "As they stood when the wave was closed.";
        Table table = new Table("Field numbers", HEAD, rows, true);
        return Optional.of(new Content(ORDER, "In the field", text, List.of(), table, actions(wave)));
    }

    private static List<Action> actions(Wave wave) {
        List<Action> actions = new ArrayList<>();
        if (wave.state() == WaveState.OPEN) {
            actions.add(Action.post("Send a reminder now", "/waves/" + wave.id() + "/reminders")
                    .confirming("A reminder goes to everybody who has not finished; two at most a person."));
        }
        actions.add(Action.link("Mails", "/waves/" + wave.id() + "/outbox"));
        return actions;
    }
}
