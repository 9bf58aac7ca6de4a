package parallax.questionnaire;

/**
 * A touchpoint of the bank.
 *
 * @param byDefault whether a new engagement starts with it
 * @param source where it comes from and what is known of it, for consultants; no client report prints it
 */
public record BankTouchpoint(Touchpoint touchpoint, boolean byDefault, String source) {}
