package parallax.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parallax.fieldwork.Field;
import parallax.study.Wave;
import parallax.study.WavePanel;

class LaunchPanelIT {

    private final Field field = Field.withoutMailServer();
    private final WavePanel launch = field.launching().panel();

    @Test
    void itLeadsToTheReviewThenHoldsTheWayBackOpen() {
        Wave draft = field.draft();
        WavePanel.Content review = launch.content(Field.CALLER, draft).orElseThrow();
        assertThat(review.actions().get(0).primary()).isTrue();
        assertThat(review.facts()).extracting(WavePanel.Fact::value).containsExactly("12 mails", "6 mails");
        field.launches().launch(Field.CALLER, draft.id(), 5);
        Wave open = field.wave(draft.id());
        assertThat(launch.content(Field.CALLER, open).orElseThrow().text()).isEqualTo("Sending starts at 09:05 UTC.");
        assertThat(launch.stage(open).orElseThrow().explained())
                .isEqualTo("Launching: mails leave at 09:05 UTC; until then it can be cancelled.");
    }

    @Test
    void aLaunchWithoutAHoldIsInTheFieldAtOnce() {
        assertThat(launch.stage(field.launched())).isEmpty();
    }
}
