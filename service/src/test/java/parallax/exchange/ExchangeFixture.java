package parallax.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

final class ExchangeFixture {

    private ExchangeFixture() {}

    /** An engagement that rates a demo, and a bank that knows the trade show. */
    static Taking aTaking() {
        Touchpoint demo = new Touchpoint("demo", Map.of("en", "Product demo"), Owner.SALES, Phase.DECIDE);
        Touchpoint show = new Touchpoint("trade_show", Map.of("en", "Trade show"), Owner.MARKETING, Phase.DISCOVER);
        return new Taking(
                Set.of("en", "de", "fr", "es", "ar"),
                List.of(new BankTouchpoint(show, true, "")),
                new Questionnaire(List.of("en"), 5, List.of(demo)),
                Set.of(Audience.CUSTOMER));
    }
}
