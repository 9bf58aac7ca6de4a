package parallax.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;

class ToldLanguagesTest {

    private static final Audience CUSTOMER = Audience.CUSTOMER;

    private final List<Writers> writers = new ArrayList<>();

    @Test
    void languagesOfManyAreTold() {
        customers("en", 5);
        customers("de", 9);
        assertThat(told("en")).isEqualTo("en");
        assertThat(told("de")).isEqualTo("de");
    }

    @Test
    void languagesOfFewAreToldOfNobodyAndTogetherTheyAreMany() {
        customers("en", 20);
        customers("fr", 4);
        customers("es", 1);
        assertThat(told("en")).isEqualTo("en");
        assertThat(told("fr")).isEmpty();
        assertThat(told("es")).isEmpty();
    }

    @Test
    void aLoneSpeakerIsJoinedByTheNextLanguageThatIsToldNoMoreEither() {
        customers("en", 20);
        customers("de", 7);
        customers("fr", 1);
        assertThat(told("fr")).isEmpty();
        assertThat(told("de")).isEmpty();
        assertThat(told("en")).isEqualTo("en");
    }

    @Test
    void besideOneOtherLanguageALoneSpeakerLeavesNoneTold() {
        customers("en", 20);
        customers("fr", 1);
        assertThat(told("en")).isEmpty();
    }

    @Test
    void whatWasNotToldBeforeCountsAmongTheUntold() {
        customers("en", 20);
        customers("", 2);
        customers("fr", 3);
        assertThat(told("en")).isEqualTo("en");
        assertThat(told("")).isEmpty();
        assertThat(told("fr")).isEmpty();
    }

    @Test
    void everyAudienceHasAMinimumOfItsOwn() {
        customers("en", 4);
        writers.add(new Writers(Audience.SALES, "en", 4));
        ToldLanguages told = ToldLanguages.of(writers, audience -> audience.isTeam() ? 4 : 5);
        assertThat(told.of(Audience.SALES, "en")).isEqualTo("en");
        assertThat(told.of(CUSTOMER, "en")).isEmpty();
        assertThat(told.of(Audience.MARKETING, "en")).isEmpty();
    }

    private void customers(String language, int people) {
        writers.add(new Writers(CUSTOMER, language, people));
    }

    private String told(String language) {
        return ToldLanguages.of(writers, audience -> 5).of(CUSTOMER, language);
    }
}
