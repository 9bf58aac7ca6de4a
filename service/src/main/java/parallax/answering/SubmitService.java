package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import parallax.answering.Admission.Admitted;
import parallax.answering.DraftService.Held;
import parallax.ballot.Ballot;
import parallax.questionnaire.FormQuestion;
import parallax.study.WaveId;
import parallax.web.InputError;

/** The one way from answers to a sealed ballot, for pages, interviews and samples alike. */
public final class SubmitService {

    /** Recommendation, satisfaction and effort: the form does not ask them. */
    private static final int NUMBERS = 3;

    private final Admission admission;
    private final DraftService drafts;
    private final AskedForms forms;
    private final Seal box;

    SubmitService(Admission admission, DraftService drafts, AskedForms forms, Seal box) {
        this.admission = admission;
        this.drafts = drafts;
        this.forms = forms;
        this.box = box;
    }

    /**
     * Seals answers under a link, in one transaction with the end of the invitation and of its draft.
     *
     * @throws parallax.web.RefusedException INVALID, naming each question whose answer its form does not offer
     */
    public Receipt submit(String token, Answers answers) {
        return submit(LinkToken.of(token), asked -> held -> {
            requireAnswersOf(asked, answers);
            return answers;
        });
    }

    /** Seals what the draft of a link holds. */
    Receipt submitDraft(LinkToken token) {
        return submit(token, asked -> held -> held.draft(asked).draft().answers());
    }

    private Receipt submit(LinkToken token, Function<AskedForm, Function<Held, Answers>> source) {
        return drafts.alone(token, held -> {
            Optional<Admitted> found = admission.find(token.value());
            if (found.isEmpty()) {
                return Receipt.UNKNOWN;
            }
            Admitted admitted = found.get();
            if (!admitted.open()) {
                return forms.refusalOf(admitted);
            }
            Answers answers = source.apply(forms.of(admitted)).apply(held);
            if (answers.isEmpty()) {
                return Receipt.EMPTY;
            }
            if (!admission.complete(held.handle(), admitted)) {
                return admission.find(token.value()).map(forms::refusalOf).orElse(Receipt.UNKNOWN);
            }
            held.delete();
            box.put(held.handle(), admitted.wave(), ballot(admitted, answers));
            return Receipt.RECEIVED;
        });
    }

    private static Ballot ballot(Admitted admitted, Answers answers) {
        return new Ballot(
                admitted.audience(),
                admitted.accountCode(),
                admitted.segments(),
                answers.experience(),
                answers.importance(),
                new byte[NUMBERS]);
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
        if (!errors.isEmpty()) {
            throw new InvalidAnswersException("An answer is none of those its question offers.", errors);
        }
    }

    private static boolean isOffered(FormQuestion question, byte answer) {
        return answer == FormQuestion.NOT_ANSWERED
                || question.options().stream().anyMatch(option -> question.read(option.value()) == answer);
    }

    /** Where a ballot goes. */
    @FunctionalInterface
    interface Seal {
        void put(Handle handle, WaveId wave, Ballot ballot);
    }
}
