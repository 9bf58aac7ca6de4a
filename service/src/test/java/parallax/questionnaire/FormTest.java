package parallax.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Touchpoint DEMO = new Touchpoint(
            "demo",
            Map.of("en", "Product demonstration"),
            Owner.SALES,
            Phase.DECIDE,
            Map.of("en", "When someone showed you the product."),
            Map.of());

    @Test
    void aCustomerIsAskedForTheOwnExperienceFirstThenForItsImportance() {
        FormTouchpoint demo = onlyTouchpoint(Audience.CUSTOMER, 5);

        assertThat(demo.hint()).isEqualTo("When someone showed you the product.");
        assertThat(demo.questions())
                .containsExactly(
                        new FormQuestion(
                                "x0",
                                0,
                                Measure.EXPERIENCE,
                                "How good was your experience with the product demonstration?",
                                List.of(
                                        new FormOption("1", "Very poor", false),
                                        new FormOption("2", "Poor", false),
                                        new FormOption("3", "Acceptable", false),
                                        new FormOption("4", "Good", false),
                                        new FormOption("5", "Very good", false),
                                        new FormOption("na", "I did not encounter this", true))),
                        new FormQuestion(
                                "i0",
                                0,
                                Measure.IMPORTANCE,
                                "How important is the product demonstration to you?",
                                List.of(
                                        new FormOption("1", "Not important", false),
                                        new FormOption("2", "Slightly important", false),
                                        new FormOption("3", "Moderately important", false),
                                        new FormOption("4", "Very important", false),
                                        new FormOption("5", "Extremely important", false))));
    }

    @Test
    void whatIsStoppedLeavesTheNumbersOfAllPagesAsTheyWere() {
        Questionnaire questionnaire = new Questionnaire(
                List.of("en"),
                5,
                List.of(
                        new Touchpoint("site", Map.of("en", "Website"), Owner.MARKETING, Phase.DISCOVER),
                        DEMO,
                        new Touchpoint("offer", Map.of("en", "Proposal"), Owner.SALES, Phase.BUY)));
        Form full = Form.of(questionnaire, Audience.CUSTOMER, "en");

        Form left = full.without(Set.of("demo"));

        assertThat(left.pages()).extracting(FormPage::number).containsExactly(1, 2, 3);
        assertThat(left.pages().get(1).touchpoints()).isEmpty();
        assertThat(left.pages().get(2)).isEqualTo(full.pages().get(2));
        assertThat(left.stopped()).containsExactlyInAnyOrder("x1", "i1");
        assertThat(full.without(Set.of("site", "demo", "offer")).isEmpty()).isTrue();
    }

    @Test
    void aTeamIsAskedForTheMirror() {
        FormTouchpoint demo = onlyTouchpoint(Audience.SALES, 7);

        assertThat(demo.questions())
                .extracting(FormQuestion::text)
                .containsExactly(
                        "How do you think customers rate their experience with the product demonstration?",
                        "How important is the product demonstration in your own view?");
        assertThat(demo.experience().options())
                .extracting(FormOption::label)
                .containsExactly(
                        "Very poor",
                        "Poor",
                        "Rather poor",
                        "Acceptable",
                        "Rather good",
                        "Good",
                        "Very good",
                        "I can’t judge this");
        assertThat(demo.importance().options()).hasSize(7);
    }

    @Test
    void aPhaseWithMoreThanThreeTouchpointsIsSplitEvenlyAndPagesFollowTheCustomersWay() {
        List<Touchpoint> touchpoints = new ArrayList<>();
        touchpoints.add(touchpoint("u0", Phase.USE));
        for (int i = 0; i < 7; i++) {
            touchpoints.add(touchpoint("d" + i, Phase.DISCOVER));
        }
        for (int i = 0; i < 4; i++) {
            touchpoints.add(touchpoint("b" + i, Phase.BUY));
        }

        Form form = Form.of(new Questionnaire(List.of("en"), 5, touchpoints), Audience.CUSTOMER, "en");

        assertThat(form.pages())
                .extracting(page -> page.number() + " " + page.title() + " "
                        + page.touchpoints().stream().map(FormTouchpoint::key).toList())
                .containsExactly(
                        "1 Discover [d0, d1, d2]",
                        "2 Discover [d3, d4]",
                        "3 Discover [d5, d6]",
                        "4 Buy [b0, b1]",
                        "5 Buy [b2, b3]",
                        "6 Use [u0]");
        assertThat(form.find("x0").orElseThrow().text()).contains("the label u0");
        assertThat(form.find("i7").orElseThrow().position()).isEqualTo(7);
        assertThat(form.find("x12")).isEmpty();
    }

    @Test
    void answersBecomeBytesAndBack() {
        FormQuestion experience = onlyTouchpoint(Audience.CUSTOMER, 5).experience();

        assertThat(experience.read("5")).isEqualTo((byte) 5);
        assertThat(experience.read("na")).isEqualTo((byte) 255);
        assertThat(experience.read("")).isEqualTo((byte) 0);
        for (String value : List.of("", "1", "5", "na")) {
            assertThat(experience.write(experience.read(value))).isEqualTo(value);
        }
        for (String wrong : List.of("0", "6", "1.5", "x", " 1", "NA")) {
            assertThatThrownBy(() -> experience.read(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'%s' is none of the answers: use one of 1, 2, 3, 4, 5, na", wrong);
        }
    }

    /** 300 questionnaires of random length, phases and scale. */
    @Test
    void theFormsOfAllAudiencesAskTheSameOfTheSameTouchpointsWhateverTheQuestionnaire() {
        Random random = new Random(20301105);
        for (int round = 0; round < 300; round++) {
            List<Touchpoint> touchpoints = new ArrayList<>();
            int size = 1 + random.nextInt(100);
            for (int i = 0; i < size; i++) {
                touchpoints.add(touchpoint("k" + i, Phase.values()[random.nextInt(4)]));
            }
            int points = random.nextBoolean() ? 5 : 7;
            Questionnaire questionnaire = new Questionnaire(List.of("en"), points, touchpoints);

            assertThat(Mirror.differences(questionnaire)).isEmpty();
            Form form = Form.of(questionnaire, Audience.MARKETING, "en");
            assertThat(form.pages()).allMatch(page -> page.touchpoints().size() <= 3);
            assertThat(form.questions()).hasSize(2 * size);
            assertThat(form.questions().stream().map(FormQuestion::name).distinct())
                    .hasSize(2 * size);
        }
    }

    @Test
    void formsThatDriftedApartAreToldApart() {
        Form five = Form.of(new Questionnaire(List.of("en"), 5, List.of(DEMO)), Audience.CUSTOMER, "en");
        Form seven = Form.of(new Questionnaire(List.of("en"), 7, List.of(DEMO)), Audience.SALES, "en");
        Form other = Form.of(
                new Questionnaire(List.of("en"), 5, List.of(DEMO, touchpoint("more", Phase.USE))),
                Audience.SALES,
                "en");

        assertThat(Mirror.differences(five, seven))
                .extracting(ModelProblem::message)
                .contains("question 1 differs between the customer and the sales form: '"
                        + five.questions().get(0).text() + "' and '"
                        + seven.questions().get(0).text() + "'");
        assertThat(Mirror.differences(five, other))
                .extracting(ModelProblem::message)
                .containsExactly(
                        "the customer form has 2 questions, the sales form 4",
                        "the customer and the sales form ask about different touchpoints");
    }

    @Test
    void labelsReadWellInsideAQuestion() {
        Wording english = Wording.of("en");

        assertThat(english.phrase("Website")).isEqualTo("the website");
        assertThat(english.phrase("First conversation with Sales")).isEqualTo("the first conversation with Sales");
        assertThat(english.phrase("The proposal")).isEqualTo("the proposal");
        assertThat(english.phrase("Our Lyon showroom")).isEqualTo("our Lyon showroom");
        assertThat(english.phrase("CRM portal")).isEqualTo("the CRM portal");
        assertThat(english.phrase("Q&A session")).isEqualTo("the Q&A session");
        assertThat(english.phrase("WiFi")).isEqualTo("the WiFi");
        assertThat(english.phrase("3-D model")).isEqualTo("the 3-D model");
        assertThat(new Touchpoint(
                                "lyon",
                                Map.of("en", "Lyon showroom"),
                                Owner.SALES,
                                Phase.BUY,
                                Map.of(),
                                Map.of("en", "our Lyon showroom"))
                        .phrase(english))
                .isEqualTo("our Lyon showroom");
    }

    @Test
    void aLanguageWithoutWordsIsRefusedAndTheMessageNamesThoseThereAre() {
        Questionnaire dutch = new Questionnaire(
                List.of("nl"),
                5,
                List.of(new Touchpoint("demo", Map.of("nl", "Demonstratie"), Owner.SALES, Phase.DECIDE)));

        assertThatThrownBy(() -> Form.of(dutch, Audience.CUSTOMER, "nl"))
                .hasMessage("there are no forms in language 'nl' yet: use one of ar, de, en, es, fr");
        assertThatThrownBy(() -> Form.of(dutch, Audience.CUSTOMER, "en"))
                .hasMessage("the questionnaire is not in language 'en': use one of nl");
    }

    private static FormTouchpoint onlyTouchpoint(Audience audience, int points) {
        Form form = Form.of(new Questionnaire(List.of("en"), points, List.of(DEMO)), audience, "en");
        return form.pages().get(0).touchpoints().get(0);
    }

    private static Touchpoint touchpoint(String key, Phase phase) {
        return new Touchpoint(key, Map.of("en", "Label " + key), Owner.SHARED, phase);
    }
}
