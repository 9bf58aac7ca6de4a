package parallax.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
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
        for (Ballot one : List.of(ballot, BALLOT)) {
            assertThat(BallotCodec.read(BallotCodec.write(one)))
                    .usingRecursiveComparison()
                    .ignoringFields("room")
                    .isEqualTo(one);
        }
    }

    @Test
    void aBallotOfAHundredTouchpointsStaysFarBelowOneStepOfPadding() {
        Ballot largest = new Ballot(Audience.CUSTOMER, filled(16), filled(5), filled(100), filled(100), filled(3));
        assertThat(BallotCodec.write(largest)).hasSize(2 + 6 * 2 + 16 + 5 + 100 + 100 + 3 + 4 + 2 + 4);
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

    @Test
    void itemsAndTextsComeBackAndTakeTheSameRoomWhateverWasWritten() {
        Ballot silent = withTexts(List.of());
        Ballot loud = withTexts(List.of(
                new Ballot.Text("why", "ar", false, List.of("\u0646\u0639\u0645 \uD83D\uDE00")),
                new Ballot.Text("sales_words", "en", true, List.of("fast", "warm"))));
        for (Ballot ballot : List.of(silent, loud)) {
            assertThat(BallotCodec.read(BallotCodec.write(ballot)))
                    .usingRecursiveComparison()
                    .isEqualTo(ballot);
        }
        assertThat(BallotCodec.write(loud)).hasSameSizeAs(BallotCodec.write(silent));
    }

    @Test
    void theLongestTextsFitTheirRoom() {
        int room = Short.BYTES + Ballot.Text.mostBytes("why", "en", 1, 1000);
        Ballot.Text longest = new Ballot.Text("why", "en", false, List.of("\uD83D\uDE00".repeat(1000)));
        Ballot full = new Ballot(
                Audience.CUSTOMER,
                new byte[0],
                new byte[0],
                new byte[1],
                new byte[1],
                new byte[3],
                new byte[0],
                List.of(longest),
                room);
        assertThat(BallotCodec.read(BallotCodec.write(full)).room()).isEqualTo(room);
    }

    @Test
    void aBallotFromBeforeThereWereItemsStillOpens() {
        // version 1, customer, account 9 8 7, segments 1 0, experience 5 0 255, importance 1 2 3, numbers 11 0 7
        byte[] old = {1, 'c', 0, 3, 9, 8, 7, 0, 2, 1, 0, 0, 3, 5, 0, (byte) 255, 0, 3, 1, 2, 3, 0, 3, 11, 0, 7};
        assertThat(BallotCodec.read(old)).usingRecursiveComparison().isEqualTo(BALLOT);
    }

    private static Ballot withTexts(List<Ballot.Text> texts) {
        return new Ballot(
                Audience.SALES,
                new byte[0],
                new byte[] {1},
                new byte[] {5},
                new byte[] {4},
                new byte[3],
                new byte[] {1, 2, 3},
                texts,
                500);
    }
}
