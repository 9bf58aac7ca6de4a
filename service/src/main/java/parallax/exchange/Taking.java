package parallax.exchange;

import java.util.List;
import java.util.Set;
import parallax.questionnaire.Audience;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Questionnaire;

/**
 * What a file is read into.
 *
 * @param languages that forms can be made in
 * @param bank touchpoints that are known by name, with owner and phase
 * @param current what the engagement asks now
 * @param audiences asked the questions of the file
 */
record Taking(Set<String> languages, List<BankTouchpoint> bank, Questionnaire current, Set<Audience> audiences) {}
