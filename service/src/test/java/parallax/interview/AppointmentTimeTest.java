package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.interview.AppointmentTime.Range;

/** When people can be called again. */
class AppointmentTimeTest {

    private static final Instant NOW = Instant.parse("2030-11-05T09:00:00Z");
    private static final Instant END = Instant.parse("2030-11-20T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2030-11-05, 10:00, passed where they are",
        "2030-11-05, 10:01, ",
        "2030-11-20, 00:59, ",
        "2030-11-20, 01:00, takes no answers from",
        "+999999999-12-31, 12:00, takes no answers from",
        "-999999999-01-01, 12:00, passed where they are",
        "2030-02-30, 12:00, Enter the day",
        "2030-11-06, 25:00, Enter their time of day"
    })
    void anAppointmentLiesBetweenNowAndTheEndOfTheWave(String day, String time, String fault) {
        AppointmentTime read = AppointmentTime.read(day, time, "Europe/Berlin", "", new Range(NOW, END));
        if (fault == null) {
            assertThat(read.errors()).isEmpty();
            assertThat(read.at()).isNotNull();
        } else {
            assertThat(read.at()).isNull();
            assertThat(read.errors())
                    .singleElement()
                    .satisfies(
                            error -> assertThat(error.message()).contains(fault).endsWith("."));
        }
    }

    @Test
    void aWaveThatIsClosedByHandTakesAppointmentsOfAYear() {
        Range byHand = new Range(NOW, null);
        assertThat(byHand.fault(Instant.parse("2031-11-05T09:00:00Z"))).isEmpty();
        assertThat(byHand.fault(Instant.parse("2031-11-07T09:00:00Z"))).isPresent();
        assertThat(byHand.fault(Instant.MAX)).isPresent();
    }
}
