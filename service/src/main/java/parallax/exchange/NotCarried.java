package parallax.exchange;

/**
 * Something of a file that a questionnaire here does not hold, or holds otherwise.
 *
 * @param where code of the question, or the part of the file
 * @param what of it, in a few words
 * @param why not, and what to do
 */
public record NotCarried(String where, String what, String why) {}
