package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;

class FrameInputTest {

    private static final List<SegmentVariable> PLANNED =
            List.of(new SegmentVariable("region", List.of("North", "South")));

    private static final Set<Audience> ASKED = EnumSet.of(Audience.CUSTOMER, Audience.SALES);

    private Map<Audience, Integer> answered = Map.of();
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
    void anAudienceThatTheWaveDoesNotAskIsRefused() {
        read(Map.of("marketing", Map.of("people", 9)));

        assertRefused(
                "/marketing",
                "This wave asks customer, sales; leave marketing out, or add it to the wave's audiences while it is a draft.");
    }

    /** The first wave of the ordinary fixture: 84 answered, of whom the frame counts some among the refusals. */
    @Test
    void whoeverAnsweredIsCountedAsCompletePartialOrRefused() {
        answered = Map.of(Audience.CUSTOMER, 84);
        read(Map.of("customer", Map.of("I", 71, "P", 6, "R", 7, "BREAKOFF", 4, "NC", 52)));
        assertThat(check.errors()).isEmpty();

        read(Map.of("customer", Map.of("I", 71, "P", 6, "R", 6, "NC", 52)));
        assertRefused(
                "/customer/I",
                "84 people of this audience have answered, but I, P and R (with break-offs) add up to 83; count each of them in one of the three.");
    }

    @Test
    void fewerPeopleThanAnsweredAreRefused() {
        answered = Map.of(Audience.CUSTOMER, 84);
        read(Map.of("customer", Map.of("people", 83)));

        assertRefused("/customer/people", "84 people of this audience have answered; use 84 or more.");
    }

    @Test
    void everybodyHasOneDisposition() {
        for (int people : new int[] {12, 13}) {
            read(Map.of("sales", Map.of("people", people, "I", 9, "R", 1, "BREAKOFF", 1, "NC", 2, "NE", 1)));
        }
        assertThat(check.errors())
                .as("who is not eligible may be counted or not")
                .isEmpty();

        read(Map.of("sales", Map.of("people", 11, "I", 9, "R", 1, "NC", 2)));
        read(Map.of("sales", Map.of("people", 14, "I", 9, "R", 1, "NC", 2, "NE", 1)));

        assertThat(check.errors()).hasSize(2).allSatisfy(error -> {
            assertThat(error.pointer()).isEqualTo("/sales/people");
            assertThat(error.message()).startsWith("The dispositions of this audience add up to 12 people.");
        });
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
        return new FrameInput(Map.copyOf(frame)).read(check, new FrameInput.Known(ASKED, answered, PLANNED));
    }

    private void assertRefused(String pointer, String message) {
        assertThat(check.errors()).hasSize(1).first().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.message()).isEqualTo(message);
        });
    }
}
