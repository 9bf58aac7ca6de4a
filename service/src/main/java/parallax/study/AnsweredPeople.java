package parallax.study;

import java.util.Map;
import parallax.questionnaire.Audience;

/** Tells how many people have answered; implemented by whatever keeps the answers. */
public interface AnsweredPeople {

    /** People of each audience with counted answers in a wave; audiences without any may be absent. */
    Map<Audience, Integer> of(WaveId wave);
}
