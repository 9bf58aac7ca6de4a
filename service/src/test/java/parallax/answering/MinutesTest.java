package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.questionnaire.Audience;

class MinutesTest {

    // ANSWERING.md: 12 touchpoints are 6 minutes; PRODUCT.md: a team's mirror of them is 5
    @ParameterizedTest
    @CsvSource({"CUSTOMER,12,6", "SALES,12,5", "CUSTOMER,15,8", "MARKETING,15,6", "CUSTOMER,1,2"})
    void mailAndFormCountTheSameMinutes(Audience audience, int touchpoints, int minutes) {
        assertThat(Minutes.of(audience, touchpoints)).isEqualTo(minutes);
    }
}
