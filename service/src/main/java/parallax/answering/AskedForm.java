package parallax.answering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.ballot.Ballot;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Slots;
import parallax.questionnaire.TextPiece;
import parallax.study.WaveId;

/**
 * What a wave asks of one audience in one language, and what it tells them first.
 *
 * @param version of the questionnaire
 * @param slots layout of the coded answers to items
 * @param room bytes that all texts of a ballot may take at most
 * @param frame what stands around the questions
 * @param pages of it that are kept
 */
record AskedForm(
        WaveId wave,
        int version,
        Form form,
        Questionnaire questionnaire,
        Slots slots,
        int room,
        Frame frame,
        KeptPages pages) {

    /**
     * What stands around the questions.
     *
     * @param closesAt null: closed by hand
     * @param pieces what texts of questions leave to be filled in
     */
    record Frame(@Nullable Instant closesAt, Promise promise, Texts texts, Map<TextPiece, String> pieces) {}

    static AskedForm of(WaveId wave, int version, Form form, Questionnaire questionnaire, Frame frame) {
        return new AskedForm(
                wave,
                version,
                form,
                questionnaire,
                new Slots(questionnaire),
                room(form, questionnaire),
                frame,
                new KeptPages());
    }

    /** Positions of an answers' array. */
    int touchpoints() {
        return questionnaire.touchpoints().size();
    }

    int questionPages() {
        return form.pages().size();
    }

    /** The number of the page that reviews and submits. */
    int reviewPage() {
        return questionPages() + 1;
    }

    FormPage page(int number) {
        return form.pages().get(number - 1);
    }

    Draft emptyDraft() {
        return Draft.empty(touchpoints(), questionPages());
    }

    /** The first page with an open question; the review when there is none. */
    int firstOpenPage(Way way) {
        return way.pages().stream()
                .filter(page -> way.open(page) > 0)
                .map(FormPage::number)
                .findFirst()
                .orElse(reviewPage());
    }

    Texts texts() {
        return frame.texts();
    }

    /** A question's text as it is read. */
    String text(FormItem item) {
        return TextPiece.fill(item.text(), frame.pieces());
    }

    Optional<String> hint(FormItem item) {
        return Optional.ofNullable(item.hint()).map(hint -> TextPiece.fill(hint, frame.pieces()));
    }

    /** The words of the way out: "I did not encounter this" or "I can't judge this". */
    String wayOut() {
        return form.questions().stream()
                .flatMap(question -> question.options().stream())
                .filter(FormOption::wayOut)
                .map(FormOption::label)
                .findFirst()
                .orElse("");
    }

    /** Languages that the form may be switched to. */
    List<String> languages() {
        return questionnaire.languages();
    }

    /** Of these, what texts written on the pages may take. */
    int writtenRoom() {
        return room - notes(form);
    }

    /** Every ballot has the room that notes of an interview may take: its size does not tell how it came. */
    private static int notes(Form form) {
        return form.audience().isTeam() ? 0 : Note.MOST_BYTES;
    }

    private static int room(Form form, Questionnaire questionnaire) {
        // the longest, so that a ballot does not tell which language it came in
        String language = questionnaire.languages().stream()
                .max(Comparator.comparingInt(tag -> tag.getBytes(StandardCharsets.UTF_8).length))
                .orElse("");
        int room = Short.BYTES + notes(form);
        for (FormItem item : form.items()) {
            if (item.kind().isText()) {
                room += Ballot.Text.mostBytes(
                        item.key(),
                        language,
                        item.kind().mostTexts(),
                        item.kind().longestText());
            } else if (item.item().offer().other()) {
                room += Ballot.Text.mostBytes(
                        Ballot.Text.besideOther(item.key()),
                        language,
                        1,
                        item.kind().longestText());
            }
        }
        return room;
    }
}
