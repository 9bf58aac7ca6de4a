package parallax.ballot;

import parallax.questionnaire.Audience;

/**
 * A submitted set of answers, as {@code parallax.response.Response} holds them once counted. It carries no invitation,
 * no person and no time.
 *
 * @param account code of the account (16 bytes); empty when there is none: teams, and people without an account
 */
public record Ballot(
        Audience audience, byte[] account, byte[] segments, byte[] experience, byte[] importance, byte[] numbers) {}
