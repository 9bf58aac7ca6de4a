package parallax.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

    private static final Touchpoint SHOWROOM =
            new Touchpoint("showroom", languagesTo("CRM"), Owner.SALES, Phase.DECIDE);

    static Stream<String> languages() {
        return Wording.languages().stream().sorted();
    }

    @Test
    void formsAreMadeInFiveLanguagesEachUnderItsOwnName() {
        assertThat(Wording.languages()).containsExactlyInAnyOrder("en", "de", "fr", "es", "ar");
        assertThat(languages().map(language -> Wording.of(language).name()))
                .containsExactly("العربية", "Deutsch", "English", "Español", "Français");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyScaleHasItsPointsAllOfThemDistinctAndTheSameEndsOnBothScales(String language) {
        Wording wording = Wording.of(language);

        for (int points : List.of(5, 7)) {
            List<List<String>> scales = List.of(
                    wording.scale(points, Measure.EXPERIENCE),
                    wording.scale(points, Measure.IMPORTANCE),
                    wording.agreement(points));
            assertThat(scales).allSatisfy(scale -> {
                assertThat(scale).hasSize(points).doesNotHaveDuplicates();
                assertThat(scale).allSatisfy(word -> assertThat(word).isNotBlank());
            });
            for (int i = 0; i < scales.size(); i++) {
                List<String> five = List.of(
                                wording.scale(5, Measure.EXPERIENCE),
                                wording.scale(5, Measure.IMPORTANCE),
                                wording.agreement(5))
                        .get(i);
                List<String> scale = scales.get(i);
                assertThat(List.of(scale.get(0), scale.get(points / 2), scale.get(points - 1)))
                        .as("ends and middle of the short scale stand on the long one")
                        .containsExactly(five.get(0), five.get(2), five.get(4));
                assertThat(scale).containsAll(five);
            }
        }
        assertThatThrownBy(() -> wording.agreement(6)).hasMessage("there is no agreement scale of 6 points");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWaysOutDifferAndNothingIsMissing(String language) {
        Wording wording = Wording.of(language);

        assertThat(wording.customers().wayOut())
                .isNotBlank()
                .isNotEqualTo(wording.teams().wayOut());
        assertThat(wording.teams().wayOut()).isNotBlank();
        assertThat(wording.other()).isNotBlank();
        assertThat(wording.phases()).hasSize(4).doesNotContainValue("");
        assertThat(Set.copyOf(wording.phases().values())).hasSize(4);
        assertThat(wording.customers().hint("Abc.")).isEqualTo("Abc.");
        assertThat(wording.teams().hint("Abc.")).contains("Abc.").isNotEqualTo("Abc.");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyQuestionNamesItsTouchpointOnceAndEndsWithAQuestionMark(String language) {
        Wording wording = Wording.of(language);

        List<String> questions = new ArrayList<>();
        for (Audience audience : Audience.raters()) {
            for (Measure measure : Measure.values()) {
                questions.add(wording.questions(audience).ask(measure, SHOWROOM, wording));
            }
        }
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.split("CRM", -1)).hasSize(2);
            assertThat(question).doesNotContain("{").matches(".*[?؟]");
        });
        assertThat(questions.subList(0, 4)).doesNotHaveDuplicates();
        assertThat(questions.subList(4, 6)).isEqualTo(questions.subList(2, 4));
    }

    @Test
    void aTouchpointWithoutPhraseStandsInTheQuotationMarksOfItsLanguageAndOnlyInEnglishWithAnArticle() {
        assertThat(languages().map(language -> SHOWROOM.phrase(Wording.of(language))))
                .containsExactly("«CRM»", "„CRM“", "the CRM", "«CRM»", "«\u00a0CRM\u00a0»");
    }

    @Test
    void importanceIsAskedWithTheSubjectAndExperienceWithThePhrase() {
        Wording german = Wording.of("de");
        Touchpoint stand = new Touchpoint(
                "stand",
                Map.of("de", "Messestand"),
                Owner.MARKETING,
                Phase.DISCOVER,
                Map.of(),
                Map.of("de", "dem Messestand"),
                Map.of("de", "der Messestand"),
                List.of());

        assertThat(german.customers().ask(Measure.EXPERIENCE, stand, german))
                .isEqualTo("Wie gut war Ihre Erfahrung mit dem Messestand?");
        assertThat(german.customers().ask(Measure.IMPORTANCE, stand, german))
                .isEqualTo("Wie wichtig ist Ihnen der Messestand?");
    }

    @Test
    void frenchSignsNeverStandAloneOnALine() {
        Wording french = Wording.of("fr");

        for (Wording.Questions questions : List.of(french.customers(), french.teams())) {
            assertThat(List.of(questions.experience(), questions.importance(), questions.hint()))
                    .allSatisfy(text -> assertThat(text).doesNotContainPattern(" [?!:;»]|« "));
        }
    }

    private static Map<String, String> languagesTo(String label) {
        return Map.of("en", label, "de", label, "fr", label, "es", label, "ar", label);
    }
}
