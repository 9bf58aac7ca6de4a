package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Mirror;
import parallax.questionnaire.ModelCheck;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.questionnaire.Wording;

class BankTest {

    private static final String LABELS =
            "{\"en\": \"Demo\", \"de\": \"Vorführung\", \"fr\": \"Démo\", \"es\": \"Demo\", \"ar\": \"عرض\"}";

    private final Bank bank = Bank.load();

    @Test
    void itHoldsTwentyFourTouchpointsOfWhichTwelveAreChosenForANewEngagement() {
        assertThat(bank.touchpoints()).hasSize(24);
        assertThat(bank.defaultTouchpoints()).hasSize(12);
        assertThat(bank.touchpoints())
                .extracting(entry -> entry.touchpoint().phase())
                .isSorted();
        for (String key : List.of("price", "delivery")) {
            assertThat(bank.find(key).map(Touchpoint::owner)).hasValue(Owner.OTHER);
        }
    }

    @Test
    void everyTouchpointIsWrittenInEveryLanguage() {
        assertThat(bank.touchpoints()).extracting(BankTouchpoint::touchpoint).allSatisfy(touchpoint -> {
            assertThat(touchpoint.labels().keySet()).isEqualTo(Wording.languages());
            assertThat(touchpoint.hints().keySet()).isEqualTo(Wording.languages());
            // English makes its phrases from the labels; the others would stand in quotation marks
            assertThat(touchpoint.phrases().keySet()).contains("de", "fr", "es", "ar");
        });
        for (String language : Wording.languages()) {
            assertThat(bank.touchpoints())
                    .extracting(entry -> entry.touchpoint().label(language))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void germanAsksForExperienceInTheDativeAndForImportanceInTheNominative() {
        Wording german = Wording.of("de");

        assertThat(bank.touchpoints()).extracting(BankTouchpoint::touchpoint).allSatisfy(touchpoint -> {
            String phrase = touchpoint.phrase(german);
            String subject = touchpoint.subject(german);
            assertThat(phrase).matches("(der|dem) .*");
            assertThat(subject).matches(phrase.startsWith("der ") ? "die .*" : "(der|das) .*");
        });
        assertThat(bank.find("trade_show").orElseThrow().phrase(german)).isEqualTo("dem Messestand");
        assertThat(bank.find("trade_show").orElseThrow().subject(german)).isEqualTo("der Messestand");
        assertThat(bank.find("case_study").orElseThrow().subject(german))
                .isEqualTo("die Referenz oder das Fallbeispiel");
    }

    @Test
    void anEngagementKeepsTheWordsOfItsLanguagesOnlyAndGetsThoseOfALanguageThatIsAdded() {
        List<Touchpoint> english = bank.defaultTouchpoints(List.of("en"));
        List<Touchpoint> both = english.stream()
                .map(t -> bank.inLanguages(t, List.of("en", "de")))
                .toList();
        Touchpoint renamed = new Touchpoint("demo", Map.of("en", "Site visit"), Owner.SALES, Phase.DECIDE);

        assertThat(english)
                .allSatisfy(touchpoint -> assertThat(touchpoint.labels()).containsOnlyKeys("en"));
        assertThat(both).isEqualTo(bank.defaultTouchpoints(List.of("en", "de")));
        assertThat(both.get(0).phrases()).containsEntry("de", "der Website");
        assertThat(bank.inLanguages(renamed, List.of("en", "de"))).isEqualTo(renamed);
    }

    @Test
    void theDefaultSelectionMakesFourPagesOfThree() {
        Questionnaire questionnaire = new Questionnaire(List.of("en"), 5, bank.defaultTouchpoints());

        assertThat(Form.of(questionnaire, Audience.CUSTOMER, "en").pages())
                .extracting(FormPage::title)
                .containsExactly("Discover", "Decide", "Buy", "Use");
        assertThat(Mirror.differences(questionnaire)).isEmpty();
    }

    @Test
    void everyLabelReadsWellInsideAQuestion() {
        assertThat(bank.touchpoints().stream()
                        .map(BankTouchpoint::touchpoint)
                        .map(touchpoint -> touchpoint.phrase(Wording.of("en")))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        the website
                        the brochure or data sheet
                        the trade show stand
                        the online advertisement
                        the social media presence
                        the newsletter
                        the coverage in the trade press
                        the first conversation with Sales
                        the product demonstration
                        the technical advice
                        the discussion of needs
                        the trial or sample
                        the reference or case study
                        the webinar or seminar
                        the proposal
                        the price
                        the negotiation
                        the order process
                        the hand-over after the order
                        the delivery
                        the follow-up by Sales
                        the training
                        customer service
                        the handling of complaints""");
    }

    @Test
    void itsInstrumentsMakeAQuestionnaireWithItsTouchpointsInEveryLanguage() {
        Questionnaire all = new Questionnaire(
                List.copyOf(Wording.languages()),
                5,
                bank.touchpoints().stream().map(BankTouchpoint::touchpoint).toList(),
                bank.instruments().stream()
                        .flatMap(instrument -> instrument.pages().stream())
                        .toList(),
                Map.of());

        assertThat(ModelCheck.problems(all)).isEmpty();
        assertThat(bank.instruments()).hasSize(8);
        assertThat(bank.defaultModel(List.of("en"), 5).pages())
                .extracting(ItemPage::key)
                .containsExactly("words_sales", "words_marketing", "anything");
    }

    @Test
    void itemsKeepTheWordsOfTheirLanguagesAndGetThoseOfALanguageThatIsAddedUnlessTheyWereReworded() {
        List<ItemPage> english = bank.defaultModel(List.of("en"), 5).pages();
        ItemPage anything = english.get(2);
        Item first = anything.items().get(0);
        Item reworded = new Item(
                first.key(),
                first.kind(),
                Map.of(Audience.CUSTOMER, Map.of("en", new ItemText("Is there more to say?"))),
                first.offer(),
                null,
                "");
        ItemPage own = new ItemPage("anything", anything.titles(), List.of(reworded));

        List<ItemPage> both = bank.inLanguages(english, List.of("en", "de"));
        Item kept = bank.inLanguages(List.of(own), List.of("en", "de"))
                .get(0)
                .items()
                .get(0);

        assertThat(first.wordings().get(Audience.CUSTOMER)).containsOnlyKeys("en");
        assertThat(both).isEqualTo(bank.defaultModel(List.of("en", "de"), 5).pages());
        assertThat(kept).isEqualTo(reworded);
    }

    @Test
    void aBankWithAFaultKeepsTheServiceFromStarting() {
        String entry = """
                {"key": "demo", "labels": %s, "hints": {}, "phrases": {}, "subjects": {}, "owner": "sales", "phase": "decide", "byDefault": true, "source": "s"}""".formatted(LABELS);

        assertThatThrownBy(() -> read("[" + entry + "," + entry + "]"))
                .hasMessage("bank: touchpoint 'demo' stands twice");
        assertThatThrownBy(() -> read("[" + entry.replace("\"s\"", "\" \"") + "]"))
                .hasMessage("bank: touchpoint 'demo' has no source note");
        assertThatThrownBy(() -> read("[" + entry.replace("\"en\": \"Demo\", ", "") + "]"))
                .hasMessage(
                        "bank: touchpoint 'demo' has labels in [ar, de, es, fr], forms are made in [ar, de, en, es, fr]");
        assertThatThrownBy(() -> read("[" + entry.replace("sales", "finance") + "]"))
                .hasStackTraceContaining("unknown owner 'finance'");
        assertThatThrownBy(() -> read("[" + entry.replace("true", "false") + "]"))
                .hasMessageContaining("1 to 100 touchpoints, this one has 0");
    }

    private static Bank read(String json) throws Exception {
        return read(json, "[]");
    }

    private static Bank read(String touchpoints, String instruments) throws Exception {
        return Bank.read(
                new ByteArrayInputStream(touchpoints.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(instruments.getBytes(StandardCharsets.UTF_8)));
    }
}
