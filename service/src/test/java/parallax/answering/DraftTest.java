package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
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
                        null, new Promise("", java.util.List.of()), Texts.in(language), java.util.Map.of()));
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

    /**
     * Written by the program from before items, for three touchpoints on two pages: the first rated 1 and 2, the second not
     * encountered, the third 5 and 4; the open questions of page 1 were pointed out, page 2 was saved twice.
     */
    private static final String FROM_BEFORE_ITEMS = "0100030201ff0502000400000001010000000200";

    @Test
    void aDraftFromBeforeThereWereItemsKeepsItsAnswers() {
        Draft draft =
                Draft.decode(HexFormat.of().parseHex(FROM_BEFORE_ITEMS), ASKED).orElseThrow();
        assertThat(draft.answers().experience()).containsExactly(1, NOT_ENCOUNTERED, 5);
        assertThat(draft.answers().importance()).containsExactly(2, 0, 4);
        assertThat(draft.answers().items()).isEmpty();
        assertThat(draft.version(1)).isEqualTo(1);
        assertThat(draft.isChecked(1)).isTrue();
        assertThat(draft.version(2)).isEqualTo(2);
        assertThat(draft.isChecked(2)).isFalse();
        assertThat(draft.version(ASKED.questionPages())).isZero();
        assertThat(draft.language()).isEmpty();
        assertThat(draft.wish()).isEqualTo(Wish.NONE);
        assertThat(draft.encode(ASKED)).hasSameSizeAs(ASKED.emptyDraft().encode(ASKED));
    }

    @Test
    void aDraftFromBeforeThereWereItemsThatIsCutOrOfAnotherFormIsNone() {
        byte[] bytes = HexFormat.of().parseHex(FROM_BEFORE_ITEMS);
        assertThat(Draft.decode(bytes, asked(FormFixture.ratings(4), "en"))).isEmpty();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(Draft.decode(Arrays.copyOf(bytes, length), ASKED)).isEmpty();
        }
    }

    /** Written by the program from when texts were written as Java does; it ends in zeros. Of the form and answers below. */
    private static final String FROM_BEFORE_UTF8 = """
            020003000501ff050004020000000001000000040000000000000000000000000000000000026172010006612063616c6c0006eda0bdedb880000a00\
            05616772656501000134000000066c696b656c79010002313000000006726561736f6e01000161000000037768790100114c696e65206f6e650a6c69\
            6e652074776f000000047365656e0200016200056f746865720006612066616972000670656f706c6501000234320000000573696e636501000a3230\
            32362d30332d33310000000b73616c65735f776f7264730200046661737400047761726d0000000873656e74656e636501000c54686579206c697374\
            656e2e000000076d697373696e670100114c696e65206f6e650a6c696e652074776f\
            """;

    @Test
    void aDraftFromWhenTextsWereWrittenOtherwiseKeepsItsAnswers() {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(FROM_BEFORE_UTF8), 27_509);
        Answers answers = new Answers(new byte[] {1, NOT_ENCOUNTERED, 5}, new byte[] {0, 4, 2});
        for (FormItem item : ASKED.form().items()) {
            answers = answers.with(item, FormFixture.anAnswer(item));
        }
        Draft draft = Draft.decode(bytes, ASKED).orElseThrow();
        assertThat(draft.answers().experience()).isEqualTo(answers.experience());
        assertThat(draft.answers().importance()).isEqualTo(answers.importance());
        assertThat(draft.answers().items()).isEqualTo(answers.items());
        assertThat(draft.version(2)).isEqualTo(4);
        assertThat(draft.isChecked(1)).isTrue();
        assertThat(draft.language()).isEqualTo("ar");
        assertThat(draft.wish()).isEqualTo(new Wish(true, "a call", "\uD83D\uDE00"));
        assertThat(draft.encode(ASKED)).hasSameSizeAs(ASKED.emptyDraft().encode(ASKED));
    }

    /** The format before this one was this one without the minute in which the draft was begun. */
    @Test
    void aDraftFromBeforeItsBeginningWasKeptIsReadAndBeginsLater() {
        Draft draft = Draft.empty(ASKED.touchpoints(), ASKED.questionPages())
                .withPage(1, new Answers(new byte[] {1, 0, 5}, new byte[] {0, 4, 2}), 3)
                .withWish(new Wish(true, "a call", ""))
                .withLanguage("ar")
                .begunBy(29_000_000);
        byte[] now = draft.encode(ASKED);
        byte[] older = new byte[now.length - Integer.BYTES];
        older[0] = 3;
        System.arraycopy(now, 1 + Integer.BYTES, older, 1, older.length - 1);
        Draft read = Draft.decode(older, ASKED).orElseThrow();
        assertThat(read.begun()).isZero();
        assertThat(read.answers().experience()).containsExactly(1, 0, 5);
        assertThat(read.version(1)).isEqualTo(3);
        assertThat(read.wish()).isEqualTo(draft.wish());
        assertThat(read.language()).isEqualTo("ar");
        assertThat(read.begunBy(29_000_001).begun()).isEqualTo(29_000_001);
        assertThat(Draft.decode(now, ASKED).orElseThrow().begun()).isEqualTo(29_000_000);
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
