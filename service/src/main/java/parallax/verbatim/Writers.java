package parallax.verbatim;

import parallax.questionnaire.Audience;

/**
 * How many people of an audience wrote something in a language.
 *
 * @param people one or more
 */
public record Writers(Audience audience, String language, int people) {}
