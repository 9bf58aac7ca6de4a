package parallax.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import parallax.fieldwork.Field;
import parallax.study.Wave;
import parallax.study.WavePanel;

class FieldPanelIT {

    private final Field field = Field.withoutMailServer();
    private final FieldPanel panel = new FieldPanel(field.feature().field(), field.study());

    @Test
    void itTellsTheNumbersAndWhatComesNext() {
        Wave draft = field.draft();
        field.launches().launch(Field.CALLER, draft.id(), 5);
        WavePanel.Content numbers =
                panel.content(Field.CALLER, field.wave(draft.id())).orElseThrow();
        assertThat(Objects.requireNonNull(numbers.table()).rows().get(0))
                .containsExactly(
                        "Customers", "0 of 12 (0\u00A0%)", "0", "0", "0", "5 more answers, 3 more companies needed");
        assertThat(numbers.actions().get(0).primary()).isTrue();
        assertThat(numbers.actions())
                .extracting(WavePanel.Action::url)
                .contains("/waves/" + draft.id() + "/reminders", "/waves/" + draft.id() + "/field");
    }

    @Test
    void aClosedWaveTellsNoMoreWhatWouldBeShown() {
        Wave wave = field.launched();
        Wave closed = field.feature().closing().close(Field.CALLER, wave.id());
        WavePanel.Table table = Objects.requireNonNull(
                panel.content(Field.CALLER, closed).orElseThrow().table());
        assertThat(table.head()).doesNotContain("Can be shown");
        assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.head()));
    }

    @Test
    void ballotsThatCouldNotBeOpenedAreTold() {
        Wave wave = field.launched();
        field.setBallotsAside(1);
        assertThat(field.feature().field().numbers(wave.id()).unreadableBallots())
                .isEqualTo(1);
        assertThat(panel.content(Field.CALLER, wave).orElseThrow().text())
                .endsWith(" 1 ballot could not be opened and was not counted.");
    }
}
