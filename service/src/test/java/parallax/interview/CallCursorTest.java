package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.web.RefusedException;

/** Where a part of the call list begins. */
class CallCursorTest {

    private static final Instant NOW = Instant.parse("2030-11-05T09:00:00Z");

    @Test
    void aLaterPartKeepsTheMomentOfTheFirst() {
        CallCursor first = CallCursor.of(null, NOW);
        assertThat(first).isEqualTo(new CallCursor(NOW, ""));
        CallCursor second = CallCursor.of(encoded(first.at("3|x|y")), NOW.plus(Duration.ofHours(8)));
        assertThat(second).isEqualTo(new CallCursor(NOW, "3|x|y"));
        assertThat(second.at("5|a|b")).isEqualTo(NOW.toEpochMilli() + "|5|a|b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3|x|y", "|x", "now|x", "99999999999999999999|x", "9223372036854775807|x", "1|x", "x"})
    void whatIsNoneOfOursIsRefused(String text) {
        assertThatThrownBy(() -> CallCursor.of(encoded(text), NOW)).isInstanceOf(RefusedException.class);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
