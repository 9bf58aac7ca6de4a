package parallax.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.nomination.Nomination.Struck;
import parallax.nomination.NominationInput.StruckInput;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class NominationTest {

    private static final Nomination USUAL = new Nomination(
            "Account managers", 210, 148, List.of(new Struck("left the company", 20), new Struck("in dispute", 11)));

    @Test
    void whoWasNotNamedIsToldOf() {
        assertThat(USUAL.told())
                .isEqualTo(
                        "Account managers named 148 of 210 eligible contacts and struck 31. Customers not named may think differently.");
        assertThat(USUAL.toldWithReasons())
                .isEqualTo(
                        "Account managers named 148 of 210 eligible contacts and struck 31 (left the company: 20; in dispute: 11). Customers not named may think differently.");
    }

    @Test
    void whereEverybodyWasNamedNobodyElseMayThinkDifferently() {
        assertThat(new Nomination("We", 1_210, 1_210, List.of()).told())
                .isEqualTo("We named all 1,210 eligible contacts.");
        assertThat(new Nomination("We", 1, 1, List.of()).told()).isEqualTo("We named the only eligible contact.");
    }

    @ParameterizedTest
    @CsvSource({"210, 180", "148, 148", "0, 0"})
    void moreNamedAndStruckThanThereAreIsNone(int eligible, int named) {
        assertThatThrownBy(() -> new Nomination("We", eligible, named, USUAL.struck()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingThatIsWrongIsTold() {
        List<InputError> errors = errors(new NominationInput(
                " ",
                0,
                null,
                new ArrayList<>(Arrays.asList(
                        new StruckInput("x".repeat(81), -1), null, new StruckInput("a\nb", 10_000_001)))));
        assertThat(errors)
                .extracting(InputError::pointer)
                .containsExactly(
                        "/chosen_by",
                        "/eligible",
                        "/named",
                        "/struck/0/reason",
                        "/struck/0/people",
                        "/struck/1/reason",
                        "/struck/1/people",
                        "/struck/2/reason",
                        "/struck/2/people");
    }

    @Test
    void namedAndStruckAreAmongTheEligibleAndReasonsStandOnce() {
        assertThat(errors(new NominationInput("We", 10, 8, new ArrayList<>(List.of(new StruckInput("gone", 3))))))
                .extracting(InputError::message)
                .containsExactly("Named and struck are 11 together: use at least so many, or correct the others.");
        assertThat(errors(new NominationInput(
                        "We",
                        10,
                        8,
                        new ArrayList<>(List.of(new StruckInput("gone", 1), new StruckInput("Gone ", 1))))))
                .extracting(InputError::pointer)
                .containsExactly("/struck/1/reason");
        assertThat(errors(new NominationInput("We", 2_000_000_000, 2_000_000_000, null)))
                .hasSize(2);
    }

    @Test
    void theFormHoldsAReasonAndItsNumberOnEachLine() {
        NominationForm form = new NominationForm(Map.of(
                "chosen_by", "Account managers",
                "eligible", "210",
                "named", " 148 ",
                "struck", "left the company: 20\r\n\r\nin dispute 11\r\n"));
        assertThat(form.read().check()).isEqualTo(USUAL);
        assertThat(NominationForm.of(USUAL).read().check()).isEqualTo(USUAL);
    }

    @Test
    void whatCannotBeReadIsToldAtItsLine() {
        NominationForm form = new NominationForm(
                Map.of("chosen_by", "We", "eligible", "many", "named", "1", "struck", "gone 1\nno number\n7"));
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> form.read().check());
        List<InputError> errors = form.atFields(refused.errors());
        assertThat(errors)
                .extracting(InputError::pointer, InputError::value)
                .containsExactly(tuple("/eligible", "many"), tuple("/struck", "no number"), tuple("/struck", "7"));
        assertThat(errors.get(1).message()).startsWith("Line 2, “no number”: Enter how many people were struck");
    }

    private static List<InputError> errors(NominationInput input) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, input::check);
        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        return refused.errors();
    }
}
