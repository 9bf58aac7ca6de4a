package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.answering.Note;
import parallax.interview.PostedPage.Reading;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.web.InputError;

/** What is asked on the phone, what of it is kept, and what two tabs do to each other. */
class ScriptTest {

    /** Half a pair of UTF-16 each; four bytes in UTF-8. */
    private static final String FACE = "\uD83D\uDE00";

    private final Script script = script();

    @Test
    void draftsOfAFormAreEquallyLongWhateverIsSaid() {
        Heard full = full();
        assertThat(full.encode(script.longest())).hasSize(script.longest());
        assertThat(Heard.NOTHING.encode(script.longest())).hasSize(script.longest());
        assertThat(Heard.decode(full.encode(script.longest()))).contains(full);
        assertThat(Heard.decode(Heard.NOTHING.encode(script.longest()))).contains(Heard.NOTHING);
    }

    @Test
    void anAnswerThatIsNotAskedAnyMoreGoesWithItsNoteAndIsNotSent() {
        Heard heard = Heard.NOTHING
                .with("x0", List.of("na"))
                .with("q1", List.of("fast"))
                .with("note-q1", List.of("said twice"));
        assertThat(script.asked(heard).fields()).containsOnlyKeys("x0");
        assertThat(script.notes(script.asked(heard))).isEmpty();
        assertThat(script.answers(script.asked(heard)).items()).isEmpty();
        Heard met = heard.with("x0", List.of("3"));
        assertThat(script.asked(met)).isEqualTo(met);
        assertThat(script.notes(met)).containsExactly(new Note("words", "said twice"));
    }

    @Test
    void aPageThatAnotherTabSavedSinceIsRefusedWithWhatStandsThere() {
        Heard opened = Heard.NOTHING.with("x0", List.of("2"));
        Heard there = opened.with("x0", List.of("5")).with("note-t0", List.of("Loved it."));
        FormPage page = script.form().pages().get(0);
        Heard mine = opened.with("x0", List.of("1"));
        List<InputError> changed =
                Meanwhile.differences(script, page, there, reading(Script.version(page, opened), mine));
        assertThat(changed).extracting(InputError::pointer).containsExactly("x0", "note-t0");
        assertThat(changed.get(0).message())
                .contains("was saved in another tab meanwhile: “Very good”. Save again to put yours");
        assertThat(changed.get(1).message()).contains("“Loved it.”");
        // told of it, the interviewer may put theirs in its place
        assertThat(Meanwhile.differences(script, page, there, reading(Script.version(page, there), mine)))
                .isEmpty();
        // both say the same
        assertThat(Meanwhile.differences(script, page, there, reading(Script.version(page, opened), there)))
                .isEmpty();
    }

    @Test
    void pagesOfOneInterviewHaveVersionsOfTheirOwn() {
        FormPage ratings = script.form().pages().get(0);
        FormPage words = script.form().pages().stream()
                .filter(page -> page.title().equals("Why"))
                .findFirst()
                .orElseThrow();
        Heard before = Heard.NOTHING.with("q1", List.of("fast"));
        Heard after = before.with("x0", List.of("4"));
        assertThat(Script.version(ratings, before)).isEmpty();
        assertThat(Script.version(ratings, after)).isNotEmpty();
        assertThat(Script.version(words, after)).isEqualTo(Script.version(words, before));
        assertThat(script.version(after)).isNotEqualTo(script.version(before));
        assertThat(Script.version(words, before.with("note-q1", List.of("x"))))
                .isNotEqualTo(Script.version(words, before));
    }

    private static Reading reading(String version, Heard sent) {
        return new Reading(version, sent, sent, List.of());
    }

    /** As much as can be said, in the longest characters. */
    private Heard full() {
        Heard heard = Heard.NOTHING;
        for (int i = 0; i < 12; i++) {
            heard = heard.with("x" + i, List.of("5")).with("i" + i, List.of("5"));
        }
        for (FormItem item : script.form().items()) {
            heard = heard.with(item, most(item));
        }
        int notes = 12 + script.form().items().size();
        String note = "\"".repeat((Note.MOST_BYTES - 60 * notes) / notes);
        for (int i = 0; i < 12; i++) {
            heard = heard.with(Heard.noteOfTouchpoint(i), List.of(note));
        }
        for (FormItem item : script.form().items()) {
            heard = heard.with(Heard.noteOf(item), List.of(note));
        }
        assertThat(script.tooLong(heard)).isNotPositive();
        return heard;
    }

    private static ItemAnswer most(FormItem item) {
        List<String> all = item.options().stream().map(option -> option.value()).toList();
        String text = FACE.repeat(item.kind().longestText());
        return switch (item.kind()) {
            case AGREEMENT -> ItemAnswer.of("5");
            case ZERO_TO_TEN -> ItemAnswer.of("10");
            case SINGLE -> new ItemAnswer(List.of(Choice.OTHER), text);
            case MULTIPLE -> new ItemAnswer(all, text);
            case WORDS -> new ItemAnswer(Collections.nCopies(3, text), "");
            case SHORT_TEXT, LONG_TEXT -> ItemAnswer.of(text);
            case NUMBER -> ItemAnswer.of("-2000000000");
            case DATE -> ItemAnswer.of("2026-03-31");
        };
    }

    private static Script script() {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            touchpoints.add(new Touchpoint(
                    "touch_point_" + i, Map.of("en", "Touchpoint " + i), i == 0 ? Owner.SALES : Owner.OTHER, phase(i)));
        }
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            choices.add(new Choice("choice_with_a_long_key_%02d".formatted(i), Map.of("en", "Choice " + i)));
        }
        List<ItemPage> pages = List.of(
                new ItemPage(
                        "first",
                        Map.of("en", "Why"),
                        List.of(
                                item("why", ItemKind.SINGLE, Offer.choices(choices, true), null),
                                item("words", ItemKind.WORDS, Offer.nothing(), new Condition.Met(Owner.SALES)))),
                new ItemPage(
                        "second",
                        Map.of("en", "More"),
                        List.of(
                                item("all", ItemKind.MULTIPLE, Offer.choices(choices, true), null),
                                item("line", ItemKind.SHORT_TEXT, Offer.nothing(), null),
                                item("text", ItemKind.LONG_TEXT, Offer.nothing(), null),
                                item("number", ItemKind.NUMBER, Offer.range(-2_000_000_000, 0), null),
                                item("day", ItemKind.DATE, Offer.nothing(), null),
                                item("agree", ItemKind.AGREEMENT, Offer.nothing(), null),
                                item(
                                        "likely",
                                        ItemKind.ZERO_TO_TEN,
                                        Offer.ends(Map.of("en", "No"), Map.of("en", "Yes")),
                                        null))));
        Questionnaire questionnaire = new Questionnaire(List.of("en"), 5, touchpoints, pages, Map.of());
        return new Script(
                questionnaire,
                Form.of(questionnaire, Audience.CUSTOMER, "en").without(Set.of()),
                new TreeMap<>(Map.of()));
    }

    private static Phase phase(int touchpoint) {
        return touchpoint < 3 ? Phase.DISCOVER : Phase.USE;
    }

    private static Item item(String key, ItemKind kind, Offer offer, @Nullable Condition showIf) {
        return new Item(
                key,
                kind,
                Map.of(Audience.CUSTOMER, Map.of("en", new ItemText("What about " + key + "?", ""))),
                offer,
                showIf,
                "");
    }
}
