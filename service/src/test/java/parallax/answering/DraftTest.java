package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Questionnaire;
import parallax.study.WaveId;

class DraftTest {

    private static final byte NOT_ENCOUNTERED = (byte) 255;
    private static final Questionnaire EVERYTHING = FormFixture.everyKind();
    private static final AskedForm ASKED = asked(EVERYTHING, "en");

    static AskedForm asked(Questionnaire questionnaire, String language) {
        return AskedForm.of(
                new WaveId(new UUID(0, 1)),
                1,
                Form.of(questionnaire, Audience.CUSTOMER, language),
                questionnaire,
                new AskedForm.Frame(
                        "Northwind", new Promise("", java.util.List.of()), Texts.in(language), java.util.Map.of()));
    }

    @Test
    void whatIsEncodedComesBack() {
        Answers answers = new Answers(new byte[] {1, NOT_ENCOUNTERED, 5}, new byte[] {0, 4, 2});
        for (FormItem item : ASKED.form().items()) {
            answers = answers.with(item, FormFixture.anAnswer(item));
        }
        Draft draft = ASKED.emptyDraft()
                .withPage(2, answers, 4)
                .withChecked(1)
                .withLanguage("ar")
                .withWish(new Wish(true, "a call", "\uD83D\uDE00"));
        Draft read = Draft.decode(draft.encode(ASKED), ASKED).orElseThrow();
        assertThat(read.answers().experience()).containsExactly(1, NOT_ENCOUNTERED, 5);
        assertThat(read.answers().importance()).containsExactly(0, 4, 2);
        assertThat(read.answers().items())
                .isEqualTo(answers.items())
                .hasSize(ASKED.form().items().size());
        assertThat(read.version(1)).isZero();
        assertThat(read.version(2)).isEqualTo(4);
        assertThat(read.isChecked(1)).isTrue();
        assertThat(read.isChecked(2)).isFalse();
        assertThat(read.language()).isEqualTo("ar");
        assertThat(read.wish()).isEqualTo(new Wish(true, "a call", "\uD83D\uDE00"));
    }

    @Test
    void aFullDraftIsAsLongAsAnEmptyOne() {
        byte[] fives = new byte[3];
        Arrays.fill(fives, (byte) 5);
        Answers answers = new Answers(fives, fives);
        for (FormItem item : ASKED.form().items()) {
            answers = answers.with(item, item.kind().isText() ? longest(item) : FormFixture.anAnswer(item));
        }
        Wish wish = new Wish(true, "\uD83D\uDE00".repeat(300), "\uD83D\uDE00".repeat(500));
        assertThat(ASKED.emptyDraft().withPage(1, answers, 1).withWish(wish).encode(ASKED))
                .hasSameSizeAs(ASKED.emptyDraft().encode(ASKED));
    }

    private static ItemAnswer longest(FormItem item) {
        String[] parts = new String[item.kind().mostTexts()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "\uD83D\uDE00".repeat(item.kind().longestText() - 1) + i;
        }
        return ItemAnswer.of(parts);
    }

    @Test
    void aDraftOfAnotherFormOrCutShortIsNone() {
        byte[] bytes = ASKED.emptyDraft().encode(ASKED);
        assertThat(Draft.decode(bytes, asked(FormFixture.ratings(4), "en"))).isEmpty();
        for (int length : new int[] {0, 1, 5, 10, 20}) {
            assertThat(Draft.decode(Arrays.copyOf(bytes, length), ASKED)).isEmpty();
        }
    }

    @Test
    void aDraftOutlivesAQuestionThatIsNotAskedAnyMore() {
        FormItem number = ASKED.form().items().stream()
                .filter(item -> item.kind() == ItemKind.NUMBER)
                .findFirst()
                .orElseThrow();
        Answers answers = Answers.none(3).with(number, ItemAnswer.of("7"));
        byte[] bytes = ASKED.emptyDraft().withPage(1, answers, 1).encode(ASKED);
        AskedForm shorter = asked(FormFixture.only(ItemKind.NUMBER), "en");
        Draft read = Draft.decode(bytes, shorter).orElseThrow();
        assertThat(read.answers().items().values()).containsExactly(ItemAnswer.of("7"));
        assertThat(Draft.decode(bytes, asked(FormFixture.only(ItemKind.DATE), "en"))
                        .orElseThrow()
                        .answers()
                        .items())
                .isEmpty();
    }

    @Test
    void changingADraftLeavesTheOldOneAsItWas() {
        Draft draft = Draft.empty(1, 1);
        draft.withPage(1, Answers.none(1), 1).withChecked(1);
        assertThat(draft.version(1)).isZero();
        assertThat(draft.isChecked(1)).isFalse();
    }

    @Test
    void bothMeasuresNeedOnePositionATouchpoint() {
        assertThatThrownBy(() -> new Answers(new byte[2], new byte[3]))
                .hasMessage("experience has 2 positions, importance 3: both need one a touchpoint");
    }

    @Test
    void aSingleWayOutIsAnAnswer() {
        assertThat(new Answers(new byte[] {0, NOT_ENCOUNTERED}, new byte[2]).isEmpty())
                .isFalse();
        assertThat(Answers.none(2).isEmpty()).isTrue();
    }
}
