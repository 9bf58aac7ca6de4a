package parallax.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parallax.questionnaire.Audience;

class BallotCodecTest {

    private static final Ballot BALLOT = new Ballot(
            Audience.CUSTOMER,
            new byte[] {9, 8, 7},
            new byte[] {1, 0},
            new byte[] {5, 0, (byte) 255},
            new byte[] {1, 2, 3},
            new byte[] {11, 0, 7});

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everyBallotComesBackAsItWentIn(Audience audience) {
        Ballot ballot = new Ballot(audience, new byte[0], new byte[0], filled(100), filled(100), filled(3));
        assertThat(BallotCodec.read(BallotCodec.write(ballot)))
                .usingRecursiveComparison()
                .isEqualTo(ballot);
        assertThat(BallotCodec.read(BallotCodec.write(BALLOT)))
                .usingRecursiveComparison()
                .isEqualTo(BALLOT);
    }

    @Test
    void aBallotOfAHundredTouchpointsStaysFarBelowOneStepOfPadding() {
        Ballot largest = new Ballot(Audience.CUSTOMER, filled(16), filled(5), filled(100), filled(100), filled(3));
        assertThat(BallotCodec.write(largest)).hasSize(2 + 5 * 2 + 16 + 5 + 100 + 100 + 3);
    }

    @Test
    void anUnknownVersionOrAudienceIsRefused() {
        byte[] bytes = BallotCodec.write(BALLOT);
        assertThatThrownBy(() -> BallotCodec.read(changed(bytes, 0)))
                .isInstanceOf(UnreadableBallotException.class)
                .hasMessageContaining("version");
        assertThatThrownBy(() -> BallotCodec.read(changed(bytes, 1)))
                .isInstanceOf(UnreadableBallotException.class)
                .hasMessageContaining("audience");
    }

    @Test
    void aBallotThatIsTooShortOrTooLongIsRefused() {
        byte[] bytes = BallotCodec.write(BALLOT);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> BallotCodec.read(cut)).isInstanceOf(UnreadableBallotException.class);
        }
        assertThatThrownBy(() -> BallotCodec.read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableBallotException.class)
                .hasMessageContaining("longer");
    }

    private static byte[] changed(byte[] bytes, int position) {
        byte[] changed = bytes.clone();
        changed[position] = 77;
        return changed;
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 4);
        return bytes;
    }
}
