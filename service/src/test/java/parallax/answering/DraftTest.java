package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final byte NOT_ENCOUNTERED = (byte) 255;

    @Test
    void whatIsEncodedComesBack() {
        Draft draft = Draft.empty(3, 2)
                .withPage(2, new Answers(new byte[] {1, NOT_ENCOUNTERED, 5}, new byte[] {0, 4, 2}))
                .withPage(2, new Answers(new byte[] {1, NOT_ENCOUNTERED, 4}, new byte[] {0, 4, 2}))
                .withChecked(1);
        Draft read = Draft.decode(draft.encode(), 3, 2).orElseThrow();
        assertThat(read.answers().experience()).containsExactly(1, NOT_ENCOUNTERED, 4);
        assertThat(read.answers().importance()).containsExactly(0, 4, 2);
        assertThat(read.versions()).containsExactly(0, 2);
        assertThat(read.checked()).containsExactly(true, false);
    }

    @Test
    void aFullDraftIsAsLongAsAnEmptyOne() {
        byte[] fives = new byte[40];
        Arrays.fill(fives, (byte) 5);
        assertThat(Draft.empty(40, 14).withPage(1, new Answers(fives, fives)).encode())
                .hasSameSizeAs(Draft.empty(40, 14).encode());
    }

    @Test
    void aDraftOfAnotherFormOrCutShortIsNone() {
        byte[] bytes = Draft.empty(3, 2).encode();
        assertThat(Draft.decode(bytes, 4, 2)).isEmpty();
        assertThat(Draft.decode(bytes, 3, 1)).isEmpty();
        assertThat(Draft.decode(Arrays.copyOf(bytes, bytes.length - 1), 3, 2)).isEmpty();
        assertThat(Draft.decode(new byte[0], 3, 2)).isEmpty();
    }

    @Test
    void changingADraftLeavesTheOldOneAsItWas() {
        Draft draft = Draft.empty(1, 1);
        draft.withPage(1, Answers.none(1)).withChecked(1);
        assertThat(draft.version(1)).isZero();
        assertThat(draft.isChecked(1)).isFalse();
    }

    @Test
    void bothMeasuresNeedOnePositionATouchpoint() {
        assertThatThrownBy(() -> new Answers(new byte[2], new byte[3]))
                .hasMessage("experience has 2 positions, importance 3: both need one a touchpoint");
    }

    @Test
    void aSingleWayOutIsAnAnswer() {
        assertThat(new Answers(new byte[] {0, NOT_ENCOUNTERED}, new byte[2]).isEmpty())
                .isFalse();
        assertThat(Answers.none(2).isEmpty()).isTrue();
    }
}
