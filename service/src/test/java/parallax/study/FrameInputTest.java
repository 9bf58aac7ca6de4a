package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;

class FrameInputTest {

    private static final List<SegmentVariable> PLANNED =
            List.of(new SegmentVariable("region", List.of("North", "South")));

    private final InputCheck check = new InputCheck();

    @Test
    void marginsOfAPlannedVariableAreTaken() {
        Map<Audience, AudienceFrame> frames = customers(Map.of("North", 0.4005, "South", 0.6));

        assertThat(check.errors()).isEmpty();
        assertThat(frames.get(Audience.CUSTOMER).margins())
                .isEqualTo(Map.of("region", Map.of("North", 0.4005, "South", 0.6)));
    }

    @Test
    void sharesThatMissOneByMoreThanAThousandthAreRefused() {
        customers(Map.of("North", 0.402, "South", 0.6));

        assertRefused("/customer/margins/region", "The shares must add up to 1, within 0.001; they add up to 1.0020.");
    }

    @Test
    void aValueWithoutAShareIsRefused() {
        customers(Map.of("North", 1));

        assertRefused("/customer/margins/region", "Add a share for South.");
    }

    @Test
    void aShareOfNothingIsRefused() {
        customers(Map.of("North", 0, "South", 1));

        assertRefused("/customer/margins/region/North", "Use a share over 0 and up to 1, such as 0.4.");
    }

    @Test
    void aValueNobodyPlannedIsRefused() {
        customers(Map.of("North", 0.4, "South", 0.3, "East/West", 0.3));

        assertRefused("/customer/margins/region/East~1West", "Use the values of region: North, South.");
    }

    @Test
    void aVariableNobodyPlannedIsRefused() {
        read(Map.of("customer", Map.of("margins", Map.of("size", Map.of("small", 1)))));

        assertRefused("/customer/margins/size", "Use the wave's segment variables: region.");
    }

    @Test
    void teamsAreNeverWeighted() {
        read(Map.of("sales", Map.of("margins", Map.of("region", Map.of("North", 0.5, "South", 0.5)))));

        assertRefused("/sales/margins", "Only customers can be weighted; leave out the margins of a team.");
    }

    @Test
    void whatIsNoMarginIsRefused() {
        read(Map.of("customer", Map.of("margins", 3)));

        assertThat(check.errors()).hasSize(1);
    }

    @Test
    void breakOffsBeyondTheRefusalsTheyArePartOfAreRefused() {
        read(Map.of("customer", Map.of("R", 3, "BREAKOFF", 4)));

        assertRefused(
                "/customer/BREAKOFF",
                "Break-offs are part of the refusals R, which are 3; count them in R too, or use 3 or fewer.");
    }

    @Test
    void aCountIsAWholeNumber() {
        read(Map.of("customer", Map.of("R", 3.5)));

        assertRefused("/customer/R", "Use a whole number of 0 or more.");
    }

    private Map<Audience, AudienceFrame> customers(Map<String, Object> regions) {
        return read(Map.of("customer", Map.of("margins", Map.of("region", regions))));
    }

    private Map<Audience, AudienceFrame> read(Map<String, Map<String, Object>> frame) {
        return new FrameInput(Map.copyOf(frame)).read(check, Map.of(), PLANNED);
    }

    private void assertRefused(String pointer, String message) {
        assertThat(check.errors()).hasSize(1).first().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.message()).isEqualTo(message);
        });
    }
}
