package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;

class MinutesTest {

    // ANSWERING.md: 12 touchpoints are 6 minutes; PRODUCT.md: a team's mirror of them is 5
    @ParameterizedTest
    @CsvSource({"CUSTOMER,12,6", "SALES,12,5", "CUSTOMER,15,8", "MARKETING,15,6", "CUSTOMER,1,2"})
    void mailAndFormCountTheSameMinutes(Audience audience, int touchpoints, int minutes) {
        assertThat(Minutes.of(Form.of(FormFixture.ratings(touchpoints), audience, "en")))
                .isEqualTo(minutes);
    }

    @Test
    void itemsTakeTheirTimeAndWhatIsNotAskedTakesNone() {
        Form form = Form.of(FormFixture.everyKind(), Audience.CUSTOMER, "ar");
        // 3 touchpoints, 6 marked and 4 written items: 1.5 + 0.9 + 1.2
        assertThat(Minutes.of(form)).isEqualTo(4);
        assertThat(Minutes.of(form.without(Set.of("t0", "t1", "why", "missing"))))
                .isEqualTo(2);
    }
}
