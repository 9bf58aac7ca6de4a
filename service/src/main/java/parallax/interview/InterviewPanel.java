package parallax.interview;

import java.util.List;
import java.util.Optional;
import parallax.questionnaire.Audience;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** The way to the call list, on the wave's page. */
final class InterviewPanel implements WavePanel {

    private static final int ORDER = 25;

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        boolean calls = wave.source() == AnswerSource.FIELDWORK
                && wave.state().takesAnswers()
                && wave.audiences().contains(Audience.CUSTOMER);
        return calls
                ? Optional.of(new Content(
                        ORDER,
                        "Interviews by phone",
                        "Customers who have not answered can be called. Their link ends when the interview is sent.",
                        List.of(),
                        null,
                        List.of(Action.link("Call list", "/waves/" + wave.id() + "/calls"))))
                : Optional.empty();
    }
}
