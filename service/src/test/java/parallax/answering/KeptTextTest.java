package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.ballot.Ballot;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.KeptText;

class KeptTextTest {

    /** U+1D160, a note; Unicode composes it of three characters of four bytes each. */
    private static final String GROWS = "\uD834\uDD60";

    @Test
    void aTextThatGrowsWhenItIsComposedIsMeasuredAfterwards() {
        AskedForm asked = DraftTest.asked(FormFixture.everyKind(), "en");
        int page = asked.questionPages();
        FormItem item = asked.page(page).items().get(0);
        int longest = item.kind().longestText();
        assertThat(read(asked, page, item, GROWS.repeat(longest)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("too long"));
        PageReader.Reading fits = read(asked, page, item, GROWS.repeat(longest / 3));
        assertThat(fits.errors()).isEmpty();
        String kept = fits.answers().to(item).values().get(0);
        assertThat(kept.codePointCount(0, kept.length())).isEqualTo(longest / 3 * 3);
    }

    @Test
    void aNoteIsMeasuredAsItIsKept() {
        Note note = new Note("demo", GROWS.repeat(100));
        assertThat(note.text().codePointCount(0, note.text().length())).isEqualTo(300);
        assertThat(note.bytes("en")).isEqualTo(Ballot.Text.mostBytes("demo", "en", 1, 0) + 300 * 4);
    }

    @Test
    void cleanedAgainATextStaysAsItIs() {
        String once = KeptText.clean(" e\u200B\u0301" + "\u0301".repeat(20) + "\u202Ea" + GROWS + " ");
        assertThat(once).isEqualTo("\u00E9" + "\u0301".repeat(6) + "a\uD834\uDD58\uD834\uDD65\uD834\uDD6E");
        assertThat(KeptText.clean(once)).isEqualTo(once);
    }

    private static PageReader.Reading read(AskedForm asked, int page, FormItem item, String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("page", List.of(Integer.toString(page)));
        fields.put(item.name(), List.of(text));
        return PageReader.read(
                asked, page, new PostedForm(fields), asked.emptyDraft().answers());
    }
}
