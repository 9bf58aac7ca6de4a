package parallax.ballot;

import java.util.List;
import parallax.questionnaire.Audience;
import parallax.verbatim.Verbatim;

/**
 * A submitted set of answers, as {@code parallax.response.Response} and {@code parallax.verbatim} hold them once counted. It
 * carries no invitation, no person and no time.
 *
 * @param account code of the account (16 bytes); empty when there is none: teams, and people without an account
 * @param items coded answers to items, as {@link parallax.questionnaire.Slots} lays them out
 * @param texts what was written
 * @param room bytes that texts may take at most on this form: all its ballots are as long, whatever was written
 */
public record Ballot(
        Audience audience,
        byte[] account,
        byte[] segments,
        byte[] experience,
        byte[] importance,
        byte[] numbers,
        byte[] items,
        List<Text> texts,
        int room) {

    public Ballot {
        texts = List.copyOf(texts);
    }

    /** One of ratings only. */
    public Ballot(
            Audience audience, byte[] account, byte[] segments, byte[] experience, byte[] importance, byte[] numbers) {
        this(audience, account, segments, experience, importance, numbers, new byte[0], List.of(), 0);
    }

    /**
     * Something written.
     *
     * @param item key of its item, or that with {@code .other} behind it
     * @param language the page was shown in
     * @param isWords whether it is a set of words, counted by person, and no text
     * @param parts the words, or the one text
     */
    public record Text(String item, String language, boolean isWords, List<String> parts) {

        /** Of a character in UTF-8, at most. */
        private static final int CHARACTER = 4;

        public Text {
            parts = List.copyOf(parts);
        }

        /** The key that what was written beside "other" is kept under. */
        public static String besideOther(String item) {
            return item + Verbatim.OTHER;
        }

        /**
         * Bytes that an answer takes at most.
         *
         * @param parts how many there can be
         * @param longest the most characters of a part
         */
        public static int mostBytes(String item, String language, int parts, int longest) {
            return BallotCodec.frameOf(item, language, parts) + parts * longest * CHARACTER;
        }
    }
}
