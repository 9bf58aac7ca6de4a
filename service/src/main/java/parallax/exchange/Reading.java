package parallax.exchange;

import java.util.List;
import parallax.questionnaire.Questionnaire;

/**
 * What was read of a file.
 *
 * @param questionnaire as it would stand
 * @param touchpointsTaken touchpoints of the file; 0 when it rates none and those of the engagement stay
 * @param notCarried in the order of the file
 * @param remarks sentences about how the rest was taken
 */
record Reading(Questionnaire questionnaire, int touchpointsTaken, List<NotCarried> notCarried, List<String> remarks) {

    Reading {
        notCarried = List.copyOf(notCarried);
        remarks = List.copyOf(remarks);
    }
}
