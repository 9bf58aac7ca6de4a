package parallax.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

class SurveyJsTest {

    @Test
    void touchpointsArePanelsOfTwoRatingsWithTheWayOut() {
        JsonNode survey = SurveyJs.write(questionnaire(), Audience.CUSTOMER);

        JsonNode panel = survey.at("/pages/0/elements/0");
        assertThat(panel.path("type").asText()).isEqualTo("panel");
        assertThat(panel.at("/title/default").asText()).isEqualTo("Demo");
        assertThat(panel.at("/title/de").asText()).isEqualTo("Vorführung");
        JsonNode rating = panel.at("/elements/0");
        assertThat(rating.path("type").asText()).isEqualTo("radiogroup");
        assertThat(rating.path("name").asText()).isEqualTo("demo_experience");
        assertThat(rating.path("choices")).hasSize(6);
        assertThat(rating.at("/choices/5/value").asText()).isEqualTo("na");
        assertThat(panel.at("/elements/1/name").asText()).isEqualTo("demo_importance");
    }

    @Test
    void itemsHaveTheNearestTypesAndTheirConditions() {
        JsonNode items = SurveyJs.write(questionnaire(), Audience.CUSTOMER).at("/pages/1/elements");

        assertThat(items)
                .extracting(item -> item.path("type").asText())
                .containsExactly("radiogroup", "rating", "text", "comment");
        assertThat(items.get(0).path("showOtherItem").asBoolean()).isTrue();
        assertThat(items.get(1).path("rateMax").asInt()).isEqualTo(10);
        assertThat(items.get(1).at("/minRateDescription/default").asText()).isEqualTo("never");
        assertThat(items.get(2).path("inputType").asText()).isEqualTo("number");
        assertThat(items.get(3).path("visibleIf").asText())
                .isEqualTo(
                        "(({again} = 'no' or {again} = 'other') and !(({nps} notempty and {nps} <> 'na' and {nps} >= 9 and {nps} <= 10)))");
    }

    @Test
    void anAudienceReadsOnlyWhatItIsAsked() {
        JsonNode leadership = SurveyJs.write(questionnaire(), Audience.LEADERSHIP);

        assertThat(leadership.path("pages")).isEmpty();
        assertThat(SurveyJs.write(questionnaire(), Audience.SALES).path("pages"))
                .hasSize(1);
    }

    private static Questionnaire questionnaire() {
        Touchpoint demo = new Touchpoint("demo", Map.of("en", "Demo", "de", "Vorführung"), Owner.SALES, Phase.DECIDE);
        Offer choices = Offer.choices(
                List.of(new Choice("yes", Map.of("en", "Yes")), new Choice("no", Map.of("en", "No"))), true);
        Condition showIf = new Condition.Every(List.of(
                new Condition.OneOf("again", Set.of("no", "other")),
                new Condition.Not(new Condition.Between("nps", 9, 10))));
        return new Questionnaire(
                List.of("en", "de"),
                5,
                List.of(demo),
                List.of(new ItemPage(
                        "more",
                        Map.of("en", "More"),
                        List.of(
                                item("again", ItemKind.SINGLE, choices, null),
                                item(
                                        "nps",
                                        ItemKind.ZERO_TO_TEN,
                                        Offer.ends(Map.of("en", "never"), Map.of("en", "always")),
                                        null),
                                item("visits", ItemKind.NUMBER, Offer.range(0, 9), null),
                                item("why", ItemKind.LONG_TEXT, Offer.nothing(), showIf)))),
                Map.of());
    }

    private static Item item(
            String key, ItemKind kind, Offer offer, @org.jspecify.annotations.Nullable Condition showIf) {
        return new Item(key, kind, Map.of(Audience.CUSTOMER, Map.of("en", new ItemText(key + "?"))), offer, showIf, "");
    }
}
