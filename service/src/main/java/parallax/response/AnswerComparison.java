package parallax.response;

import java.util.ArrayList;
import java.util.List;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;

/**
 * Two waves' answers of one audience, over the questions that both of them answered. Answers are told again by the respondent's
 * code together with all their answers, or, as codes are often just the number of a row, by the answers alone: where they are
 * many enough to be like a signature, and nobody else in either wave gave the same.
 */
final class AnswerComparison {

    private static final int FEWEST_IN_A_SIGNATURE = 6;

    private final Audience audience;
    private final List<Question> questions;
    private final boolean segmented;
    private final Side mine;
    private final Side other;

    private AnswerComparison(Audience audience, AnswerSet mine, AnswerSet other) {
        this.audience = audience;
        Answered here = answered(mine);
        Answered there = answered(other);
        questions = common(here, there);
        segmented = here.segmented && there.segmented;
        this.mine = side(mine, here.positions(questions));
        this.other = side(other, there.positions(questions));
    }

    static AnswerComparison of(Audience audience, AnswerSet mine, AnswerSet other) {
        return new AnswerComparison(audience, mine, other);
    }

    /** The smaller number of people of the two. */
    int people() {
        return Math.min(mine.people.distinct(), other.people.distinct());
    }

    /** Responses of the smaller of the two sets. */
    int smaller() {
        return Math.min(mine.whole.size(), other.whole.size());
    }

    /** Responses that stand in both. */
    int repeated() {
        return Math.max(mine.byCode.shared(other.byCode), mine.bySignature.sharedOnce(other.bySignature));
    }

    /** Whether the two hold the same answers of the same groups, so that no difference tells anything. */
    boolean isSame() {
        return mine.whole.isSameAs(other.whole);
    }

    private Answered answered(AnswerSet set) {
        Answered answered = new Answered(set.questionnaire());
        set.source().tell(audience, answered::add);
        return answered;
    }

    private List<Question> common(Answered here, Answered there) {
        List<Question> common = new ArrayList<>(here.questions());
        common.retainAll(there.questions());
        return common;
    }

    private Side side(AnswerSet set, int[] positions) {
        Side side = new Side();
        set.source().tell(audience, response -> add(set, response, positions, side));
        return side;
    }

    private void add(AnswerSet set, Response response, int[] positions, Side side) {
        byte[] answers = new byte[positions.length];
        int given = 0;
        for (int i = 0; i < answers.length; i++) {
            answers[i] = questions.get(i).of(response, positions[i]);
            given += answers[i] == Response.NOT_ANSWERED ? 0 : 1;
        }
        if (given == 0) {
            return;
        }
        byte[] person = response.person();
        if (person == null) {
            side.people.add(response.id().getLeastSignificantBits());
        } else {
            side.people.add(new AnswerDigest().add(person).value());
            side.byCode.add(new AnswerDigest().add(person).add(answers).value());
        }
        if (given >= FEWEST_IN_A_SIGNATURE) {
            side.bySignature.add(new AnswerDigest().add(answers).value());
        }
        AnswerDigest whole = new AnswerDigest().add(answers).add(response.account());
        if (segmented) {
            set.segmentsOf(response)
                    .forEach((variable, value) -> whole.add(variable).add(value));
        }
        side.whole.add(whole.value());
    }

    private enum Part {
        EXPERIENCE,
        IMPORTANCE,
        NUMBER
    }

    /** @param name of a touchpoint, or the place of a number */
    private record Question(Part part, String name) {

        byte of(Response response, int position) {
            return switch (part) {
                case EXPERIENCE -> response.experience()[position];
                case IMPORTANCE -> response.importance()[position];
                case NUMBER -> response.numbers()[position];
            };
        }
    }

    /** What anybody of the audience answered. */
    private static final class Answered {

        private final Questionnaire questionnaire;
        private final boolean[] experience;
        private final boolean[] importance;
        private final boolean[] numbers = new boolean[Response.NUMBERS];
        private boolean segmented;

        Answered(Questionnaire questionnaire) {
            this.questionnaire = questionnaire;
            experience = new boolean[questionnaire.touchpoints().size()];
            importance = new boolean[questionnaire.touchpoints().size()];
        }

        void add(Response response) {
            mark(experience, response.experience());
            mark(importance, response.importance());
            mark(numbers, response.numbers());
            for (byte segment : response.segments()) {
                segmented |= segment != 0;
            }
        }

        private static void mark(boolean[] answered, byte[] answers) {
            for (int i = 0; i < answered.length; i++) {
                answered[i] |= answers[i] != Response.NOT_ANSWERED;
            }
        }

        List<Question> questions() {
            List<Question> questions = new ArrayList<>();
            for (int i = 0; i < experience.length; i++) {
                String touchpoint = questionnaire.touchpoints().get(i).key();
                if (experience[i]) {
                    questions.add(new Question(Part.EXPERIENCE, touchpoint));
                }
                if (importance[i]) {
                    questions.add(new Question(Part.IMPORTANCE, touchpoint));
                }
            }
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i]) {
                    questions.add(new Question(Part.NUMBER, Integer.toString(i)));
                }
            }
            return questions;
        }

        int[] positions(List<Question> of) {
            return of.stream()
                    .mapToInt(question -> question.part() == Part.NUMBER
                            ? Integer.parseInt(question.name())
                            : questionnaire.positionOf(question.name()))
                    .toArray();
        }
    }

    /** One wave's answers, each as digests. */
    private static final class Side {

        private final Digests people = new Digests();
        private final Digests byCode = new Digests();
        private final Digests bySignature = new Digests();
        private final Digests whole = new Digests();
    }
}
