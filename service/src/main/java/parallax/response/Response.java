package parallax.response;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * A counted set of answers. Position i of {@code experience} and {@code importance} is touchpoint i of the wave's frozen
 * questionnaire version: 0 not answered, 1…K the rating, 255 did not encounter / cannot judge.
 *
 * @param id random; says nothing of when or by whom
 * @param account code of the account (16 bytes), null when none was given
 * @param person code of the respondent (16 bytes), for imported answers only
 * @param segments one byte a segment variable of the wave: position of the value + 1, 0 for none
 * @param numbers recommendation 0–10, satisfaction 1–5, effort 1–7, each + 1; 0 for not answered
 * @param items coded answers to items, as {@link parallax.questionnaire.Slots} lays them out; empty: none are asked
 */
public record Response(
        UUID id,
        Audience audience,
        byte @Nullable [] account,
        byte @Nullable [] person,
        byte[] segments,
        byte[] experience,
        byte[] importance,
        byte[] numbers,
        byte[] items) {

    public static final byte NOT_ANSWERED = 0;
    public static final byte NOT_ENCOUNTERED = (byte) 255;
    public static final int NUMBERS = 3;

    /** One of ratings only. */
    public Response(
            UUID id,
            Audience audience,
            byte @Nullable [] account,
            byte @Nullable [] person,
            byte[] segments,
            byte[] experience,
            byte[] importance,
            byte[] numbers) {
        this(id, audience, account, person, segments, experience, importance, numbers, new byte[0]);
    }
}
