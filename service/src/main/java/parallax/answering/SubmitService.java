package parallax.answering;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import parallax.answering.Admission.Admitted;
import parallax.answering.DraftService.Held;
import parallax.ballot.Ballot;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.study.WaveId;
import parallax.web.InputError;

/** The one way from answers to a sealed ballot, for pages, interviews and samples alike. */
public final class SubmitService {

    /** Recommendation, satisfaction and effort of imported answers: a form asks them as items. */
    private static final int NUMBERS = 3;

    private final Admission admission;
    private final DraftService drafts;
    private final AskedForms forms;
    private final Seal box;
    private final InstantSource clock;

    SubmitService(Admission admission, DraftService drafts, AskedForms forms, Seal box, InstantSource clock) {
        this.admission = admission;
        this.drafts = drafts;
        this.forms = forms;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Seals answers under a link, in one transaction with the end of the invitation and of its draft.
     *
     * @throws parallax.web.RefusedException INVALID, naming each question whose answer its form does not offer
     */
    public Receipt submit(String token, Answers answers) {
        return submit(token, answers, List.of(), handle -> {});
    }

    /**
     * As {@link #submit(String, Answers)}. Answers to items that these very answers do not lead to are left out.
     *
     * @param notes {@value Note#MOST_BYTES} bytes of them at most
     * @param alongside what else is written, in the same transaction, when the answers are received
     */
    public Receipt submit(String token, Answers answers, List<Note> notes, Consumer<Handle> alongside) {
        return submit(
                        LinkToken.of(token),
                        asked -> held -> {
                            requireAnswersOf(asked, answers);
                            LanguageForm form = inLanguage(asked, "");
                            requireRoom(notes, form.language());
                            return new Submission(form, answers, notes, Wish.NONE, 0);
                        },
                        alongside)
                .receipt();
    }

    /** Seals what the draft of a link holds. */
    Receipt submitDraft(LinkToken token) {
        return submitDraft(token, kept -> kept).receipt();
    }

    /** @param wish what becomes of the wish that the draft holds */
    Outcome submitDraft(LinkToken token, Function<Wish, Wish> wish) {
        return submit(
                token,
                asked -> held -> {
                    Draft draft = held.draft(asked).draft();
                    return new Submission(
                            inLanguage(asked, draft.language()),
                            draft.answers(),
                            List.of(),
                            wish.apply(draft.wish()),
                            draft.begun());
                },
                handle -> {});
    }

    private Outcome submit(
            LinkToken token, Function<AskedForm, Function<Held, Submission>> source, Consumer<Handle> alongside) {
        Sealed sealed = drafts.alone(token, held -> seal(token, held, source, alongside));
        // counted only once it is written
        sealed.began().ifPresent(this::took);
        return sealed.outcome();
    }

    private Sealed seal(
            LinkToken token,
            Held held,
            Function<AskedForm, Function<Held, Submission>> source,
            Consumer<Handle> alongside) {
        Optional<Admitted> found = held.admitted();
        if (found.isEmpty()) {
            return Sealed.not(Receipt.UNKNOWN, found);
        }
        Admitted admitted = found.get();
        if (!admitted.open()) {
            return Sealed.not(Receipt.of(admitted.standing()), found);
        }
        Submission submission = source.apply(forms.of(admitted)).apply(held);
        Answers answers = submission.counted();
        if (answers.isEmpty()) {
            return Sealed.not(Receipt.EMPTY, found);
        }
        if (!admission.complete(held.handle(), admitted)) {
            Optional<Admitted> now = admission.find(token.value());
            return Sealed.not(now.map(one -> Receipt.of(one.standing())).orElse(Receipt.UNKNOWN), found);
        }
        held.delete();
        if (!submission.wish().isNone() && !admitted.audience().isTeam()) {
            admission.keep(held.handle(), admitted, submission.wish());
        }
        alongside.accept(held.handle());
        box.put(held.handle(), admitted.wave(), ballot(admitted, submission, answers));
        return new Sealed(new Outcome(Receipt.RECEIVED, found), submission.began(admitted));
    }

    private void took(Began began) {
        long minutes = clock.instant().getEpochSecond() / 60 - began.minute();
        admission.took(began.admitted(), Duration.ofMinutes(Math.max(0, minutes)));
    }

    /** The language is all that a form in another language would change here. */
    private static LanguageForm inLanguage(AskedForm asked, String chosen) {
        return new LanguageForm(
                asked,
                asked.languages().contains(chosen) ? chosen : asked.texts().language());
    }

    private static Ballot ballot(Admitted admitted, Submission submission, Answers answers) {
        AskedForm asked = submission.asked().asked();
        List<Ballot.Text> texts = texts(submission.asked(), answers);
        submission.notes().stream()
                .filter(note -> !note.text().isEmpty())
                .forEach(note -> texts.add(
                        new Ballot.Text(note.item(), submission.asked().language(), false, List.of(note.text()))));
        return new Ballot(
                admitted.audience(),
                admitted.accountCode(),
                admitted.segments(),
                answers.experience(),
                answers.importance(),
                new byte[NUMBERS],
                asked.slots().write(answers.items()),
                texts,
                asked.room());
    }

    private static List<Ballot.Text> texts(LanguageForm form, Answers answers) {
        List<Ballot.Text> texts = new ArrayList<>();
        for (FormItem item : form.asked().form().items()) {
            ItemAnswer answer = answers.to(item);
            if (item.kind().isText() && !answer.isNone()) {
                boolean isWords = item.kind() == ItemKind.WORDS;
                texts.add(new Ballot.Text(item.key(), form.language(), isWords, answer.values()));
            } else if (!answer.other().isEmpty()) {
                String key = Ballot.Text.besideOther(item.key());
                texts.add(new Ballot.Text(key, form.language(), false, List.of(answer.other())));
            }
        }
        return texts;
    }

    private static void requireRoom(List<Note> notes, String language) {
        int bytes = notes.stream().mapToInt(note -> note.bytes(language)).sum();
        if (bytes > Note.MOST_BYTES) {
            throw new InvalidAnswersException(
                    "The notes take %d bytes; shorten them to %d.".formatted(bytes, Note.MOST_BYTES), List.of());
        }
    }

    private static void requireAnswersOf(AskedForm asked, Answers answers) {
        if (answers.touchpoints() != asked.touchpoints()) {
            throw new InvalidAnswersException(
                    "The form has %d touchpoints, the answers have %d positions."
                            .formatted(asked.touchpoints(), answers.touchpoints()),
                    List.of());
        }
        List<InputError> errors = new ArrayList<>();
        for (FormQuestion question : asked.form().questions()) {
            byte answer = answers.to(question);
            if (!isOffered(question, answer)) {
                String value = Integer.toString(Byte.toUnsignedInt(answer));
                errors.add(InputError.field(
                        question.name(), value, "%s is none of the answers to “%s”".formatted(value, question.text())));
            }
        }
        for (FormItem item : asked.form().items()) {
            if (!isOffered(item, answers.to(item))) {
                errors.add(InputError.field(
                        item.name(), null, "The answer to “%s” is none it takes.".formatted(asked.text(item))));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidAnswersException("An answer is none of those its question offers.", errors);
        }
    }

    private static boolean isOffered(FormQuestion question, byte answer) {
        return answer == FormQuestion.NOT_ANSWERED
                || question.options().stream().anyMatch(option -> question.read(option.value()) == answer);
    }

    private static boolean isOffered(FormItem item, ItemAnswer answer) {
        try {
            return item.read(answer.values(), answer.other()).equals(answer);
        } catch (AnswerException notTaken) {
            return false;
        }
    }

    /**
     * What a submit came to.
     *
     * @param admitted empty for a link that belongs to nobody
     */
    record Outcome(Receipt receipt, Optional<Admitted> admitted) {}

    /** Where a ballot goes. */
    @FunctionalInterface
    interface Seal {
        void put(Handle handle, WaveId wave, Ballot ballot);
    }

    /** A form, and the language in which it was answered. */
    private record LanguageForm(AskedForm asked, String language) {}

    /** In which minute somebody began to answer. */
    private record Began(Admitted admitted, int minute) {}

    /** What became of a submit; when the answers are in and it is known, when they were begun. */
    private record Sealed(Outcome outcome, Optional<Began> began) {
        static Sealed not(Receipt receipt, Optional<Admitted> admitted) {
            return new Sealed(new Outcome(receipt, admitted), Optional.empty());
        }
    }

    /** What is to be sealed, and what goes beside it. */
    private record Submission(LanguageForm asked, Answers answers, List<Note> notes, Wish wish, int begun) {

        Optional<Began> began(Admitted admitted) {
            return begun == 0 ? Optional.empty() : Optional.of(new Began(admitted, begun));
        }

        Answers counted() {
            return Way.through(asked.asked(), answers).counted();
        }
    }
}
