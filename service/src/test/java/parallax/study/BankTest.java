package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.Mirror;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.questionnaire.Wording;

class BankTest {

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
        assertThat(bank.touchpoints())
                .allSatisfy(entry -> assertThat(entry.touchpoint().hint("en")).isPresent());
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
                        the customer service
                        the complaint handling""");
    }

    @Test
    void aBankWithAFaultKeepsTheServiceFromStarting() {
        String entry = """
                {"key": "demo", "labels": {"en": "Demo"}, "hints": {}, "owner": "sales", "phase": "decide", "byDefault": true, "source": "s"}""";

        assertThatThrownBy(() -> read("[" + entry + "," + entry + "]"))
                .hasMessage("bank: touchpoint 'demo' stands twice");
        assertThatThrownBy(() -> read("[" + entry.replace("\"s\"", "\" \"") + "]"))
                .hasMessage("bank: touchpoint 'demo' has no source note");
        assertThatThrownBy(() -> read("[" + entry.replace("{\"en\"", "{\"fr\"") + "]"))
                .hasMessage("bank: touchpoint 'demo' has labels in [fr], forms are made in [en]");
        assertThatThrownBy(() -> read("[" + entry.replace("sales", "finance") + "]"))
                .hasStackTraceContaining("unknown owner 'finance'");
        assertThatThrownBy(() -> read("[" + entry.replace("true", "false") + "]"))
                .hasMessageContaining("1 to 100 touchpoints, this one has 0");
    }

    private static Bank read(String json) throws Exception {
        return Bank.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
