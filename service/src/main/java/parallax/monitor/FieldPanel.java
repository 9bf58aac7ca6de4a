package parallax.monitor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parallax.fieldwork.FieldNumbers;
import parallax.fieldwork.FieldService;
import parallax.fieldwork.FieldTable;
import parallax.fieldwork.ReminderPlan;
import parallax.fieldwork.Words;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** Field numbers, on the wave's page: counts with their n and time, never who. */
final class FieldPanel implements WavePanel {

    private static final int ORDER = 20;
    private static final String SHOWN = "Can be shown";
    private static final List<String> HEAD =
            List.of("Group", "Answered", "Started, not finished", "Not reached", "Stopped mails");

    private final FieldService field;
    private final InstantSource clock;

    FieldPanel(FieldService field, InstantSource clock) {
        this.field = field;
        this.clock = clock;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (wave.source() != AnswerSource.FIELDWORK) {
            return Optional.empty();
        }
        FieldNumbers numbers = field.numbers(wave.id());
        boolean running = wave.state().takesAnswers();
        List<List<String>> rows = FieldTable.rows(numbers).stream()
                .map(row -> running ? with(cells(row), row.canBeShown()) : cells(row))
                .toList();
        String text = running
                ? "Updated %s. Nobody sees here who said what.".formatted(Words.moment(numbers.updatedAt()))
                : "As they stood when the wave was closed.";
        Table table = new Table("Field numbers", running ? with(HEAD, SHOWN) : HEAD, rows, true);
        return Optional.of(new Content(
                ORDER,
                "In the field",
                text + unreadable(numbers.unreadableBallots()),
                modes(numbers, field.minimumGroup(wave)),
                table,
                actions(wave)));
    }

    /** Told only where somebody was interviewed. */
    private static List<Fact> modes(FieldNumbers numbers, int minimum) {
        return numbers.items().stream()
                .map(FieldNumbers.Item::modes)
                .filter(Objects::nonNull)
                .filter(modes -> modes.few() != null || !Objects.equals(modes.phone(), 0))
                .map(modes -> new Fact("Customers", modes.inWords(minimum)))
                .toList();
    }

    private static List<String> cells(FieldTable.Row row) {
        return List.of(
                row.name(),
                row.answered(),
                String.valueOf(row.started()),
                String.valueOf(row.bounced()),
                String.valueOf(row.stopped()));
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    private static String unreadable(int ballots) {
        return ballots == 0
                ? ""
                : " %s could not be opened and %s not counted."
                        .formatted(Words.count(ballots, "ballot", "ballots"), ballots == 1 ? "was" : "were");
    }

    private List<Action> actions(Wave wave) {
        List<Action> actions = new ArrayList<>();
        if (ReminderPlan.mayRemind(wave, clock.instant())) {
            actions.add(Action.link("Remind those still open", "/waves/" + wave.id() + "/reminders")
                    .asPrimary());
        }
        actions.add(Action.link("Watch the field", "/waves/" + wave.id() + "/field"));
        actions.add(Action.link("Mails", "/waves/" + wave.id() + "/outbox"));
        return actions;
    }
}
