package parallax.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parallax.contact.ContactService.Contact;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;

class LaunchPlanTest {

    private static final EngagementId ENGAGEMENT = new EngagementId(new UUID(0, 1));

    private final List<Contact> contacts = new ArrayList<>();
    private final Map<Audience, LaunchPlan.Group> groups = new EnumMap<>(Audience.class);

    @Test
    void aLanguageOfFewerThanTheMinimumIsToldOf() {
        add(Audience.CUSTOMER, "en", 20);
        add(Audience.CUSTOMER, "fr", 4);
        add(Audience.CUSTOMER, "de", 5);
        assertThat(fewReaders())
                .singleElement()
                .asString()
                .startsWith("Customers: fewer than 5 people read French (4). What they write is kept without");
    }

    @Test
    void eachAudienceHasItsOwnMinimum() {
        add(Audience.CUSTOMER, "en", 20);
        add(Audience.CUSTOMER, "fr", 5);
        add(Audience.SALES, "en", 6);
        add(Audience.SALES, "fr", 3);
        assertThat(fewReaders()).singleElement().asString().contains("fewer than 4 people read French (3)");
    }

    @Test
    void whoReadsALanguageThatIsNotAskedInIsAskedInTheFirst() {
        add(Audience.CUSTOMER, "en", 20);
        add(Audience.CUSTOMER, "it", 1);
        assertThat(fewReaders()).isEmpty();
    }

    @Test
    void theOnlyLanguageOfAnAudienceIsNoTraitOfAnybody() {
        add(Audience.CUSTOMER, "fr", 2);
        assertThat(fewReaders()).isEmpty();
    }

    /** 6 answers against 12 of 40 accounts: 1.11 by SciPy 1.17.1, as in ProvableGapTest. */
    @Test
    void aTeamTellsWhatItCanProve() {
        customers(40);
        team(Audience.SALES, 8);
        team(Audience.MARKETING, 5);
        assertThat(new Prospects(plan(5)).lines())
                .containsExactly(
                        "40 customers are asked: expect about 12 to answer.",
                        "With 8 sellers, expect to prove only gaps above about 1.1 points.",
                        "Marketing has 5 people: one missing answer hides all; set the teams’ minimum to 3 or 4, or combine the teams.");
    }

    @Test
    void aTeamBelowTheMinimumCanNeverBeShown() {
        customers(10);
        team(Audience.SALES, 3);
        assertThat(new Prospects(plan(4)).lines())
                .containsExactly(
                        "10 customers are asked: expect about 3 to answer. Figures of customers need 5: ask at least 17.",
                        "Sales has 3 people, and 4 answers are needed: nothing of it can be shown, whoever answers; set the teams’ minimum to 3, or combine the teams.");
    }

    @Test
    void aGapBelowTheSmallestThatMattersIsNotPromised() {
        customers(20_000);
        team(Audience.SALES, 5_000);
        assertThat(new Prospects(plan(5)).lines())
                .contains("With 5000 sellers, expect to prove only gaps above about 0.4 points.");
    }

    private void customers(int people) {
        for (int i = 0; i < people; i++) {
            add(Audience.CUSTOMER, "en", 1);
        }
        groups.put(Audience.CUSTOMER, new LaunchPlan.Group(people, 0, 0, 0));
    }

    private void team(Audience audience, int people) {
        add(audience, "en", people);
        groups.put(audience, new LaunchPlan.Group(people, 0, 0, 0));
    }

    private List<String> fewReaders() {
        LaunchPlan.Group group = new LaunchPlan.Group(1, 0, 0, 0);
        groups.put(Audience.CUSTOMER, group);
        groups.put(Audience.SALES, group);
        return plan(4).fewReaders();
    }

    private LaunchPlan plan(int minimumTeam) {
        Engagement engagement = new Engagement(
                ENGAGEMENT,
                "Baseline",
                "Northwind",
                List.of("en", "de", "fr"),
                5,
                10,
                5,
                minimumTeam,
                3,
                TeamScope.FUNCTION,
                false,
                false,
                1);
        return new LaunchPlan(wave(), engagement, groups, contacts, new SegmentPlan(List.of()), List.of());
    }

    private static Wave wave() {
        return new Wave(
                new WaveId(new UUID(0, 2)),
                ENGAGEMENT,
                "Baseline",
                WaveState.DRAFT,
                null,
                Set.of(Audience.CUSTOMER, Audience.SALES),
                null,
                7,
                List.of(),
                null,
                1,
                1,
                null,
                null);
    }

    private void add(Audience audience, String language, int people) {
        for (int i = 0; i < people; i++) {
            contacts.add(new Contact(
                    UUID.randomUUID(),
                    ENGAGEMENT,
                    audience,
                    "p@customer.example",
                    null,
                    null,
                    null,
                    language,
                    null,
                    null,
                    Map.of()));
        }
    }
}
