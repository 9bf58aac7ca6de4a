package parallax.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the coded answers to items stand in the bytes of a response, one layout for all audiences of a version. All bytes
 * 0: not answered (or not asked). Text is kept elsewhere, and has no place here.
 *
 * <ul>
 *   <li>agreement: 1 byte, 1 to the number of scale points, or 255 for "can't judge"
 *   <li>0–10: 1 byte, the value + 1
 *   <li>single choice: 1 byte, position of the choice + 1, or 254 for "other"
 *   <li>multiple choice: 1 byte a choice, then 1 for "other": 1 not taken, 2 taken
 *   <li>number, and a day as days since 1970-01-01: 1 byte that is 1, then 4 bytes, high one first
 * </ul>
 */
public final class Slots {

    public static final byte OTHER = (byte) 254;
    private static final byte TAKEN = 2;
    private static final byte NOT_TAKEN = 1;
    private static final int WHOLE_NUMBER = 1 + Integer.BYTES;

    private final List<Item> items;
    private final int[] starts;
    private final int width;

    public Slots(Questionnaire questionnaire) {
        items = questionnaire.items();
        starts = new int[items.size()];
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = next;
            next += width(items.get(i));
        }
        width = next;
    }

    /** How many bytes a response has. */
    public int width() {
        return width;
    }

    /** Where the bytes of an item begin, by its position in the questionnaire. */
    public int start(int item) {
        return starts[item];
    }

    /** @param answers item position to answer; items without one count as not answered */
    public byte[] write(Map<Integer, ItemAnswer> answers) {
        byte[] bytes = new byte[width];
        answers.forEach((position, answer) -> {
            if (!answer.isNone()) {
                write(bytes, position, answer);
            }
        });
        return bytes;
    }

    private void write(byte[] bytes, int position, ItemAnswer answer) {
        Item item = items.get(position);
        int at = starts[position];
        String first = answer.values().get(0);
        switch (item.kind()) {
            case AGREEMENT ->
                bytes[at] =
                        first.equals(FormOption.NOT_APPLICABLE) ? FormQuestion.NOT_ENCOUNTERED : Byte.parseByte(first);
            case ZERO_TO_TEN -> bytes[at] = (byte) (Integer.parseInt(first) + 1);
            case SINGLE ->
                bytes[at] = first.equals(Choice.OTHER)
                        ? OTHER
                        : (byte) (item.offer().positionOf(first) + 1);
            case MULTIPLE -> {
                List<Choice> choices = item.offer().choices();
                for (int i = 0; i < choices.size(); i++) {
                    bytes[at + i] = answer.values().contains(choices.get(i).key()) ? TAKEN : NOT_TAKEN;
                }
                bytes[at + choices.size()] = answer.values().contains(Choice.OTHER) ? TAKEN : NOT_TAKEN;
            }
            case NUMBER -> put(bytes, at, Integer.parseInt(first));
            case DATE -> put(bytes, at, (int) LocalDate.parse(first).toEpochDay());
            case WORDS, SHORT_TEXT, LONG_TEXT -> {}
        }
    }

    /** The answer to an item that {@link #write} put there; texts, and what was written beside "other", are not there. */
    public ItemAnswer read(byte[] bytes, int position) {
        Item item = items.get(position);
        int at = starts[position];
        if (item.kind().isText() || bytes[at] == 0) {
            return ItemAnswer.NONE;
        }
        return switch (item.kind()) {
            case AGREEMENT ->
                bytes[at] == FormQuestion.NOT_ENCOUNTERED
                        ? ItemAnswer.of(FormOption.NOT_APPLICABLE)
                        : ItemAnswer.of(Byte.toString(bytes[at]));
            case ZERO_TO_TEN -> ItemAnswer.of(Integer.toString(bytes[at] - 1));
            case SINGLE ->
                ItemAnswer.of(
                        bytes[at] == OTHER
                                ? Choice.OTHER
                                : item.offer().choices().get(bytes[at] - 1).key());
            case MULTIPLE -> new ItemAnswer(taken(bytes, at, item.offer().choices()), "");
            case NUMBER -> ItemAnswer.of(Integer.toString(get(bytes, at)));
            case DATE -> ItemAnswer.of(LocalDate.ofEpochDay(get(bytes, at)).toString());
            case WORDS, SHORT_TEXT, LONG_TEXT -> ItemAnswer.NONE;
        };
    }

    private static void put(byte[] bytes, int at, int number) {
        bytes[at] = 1;
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + 1 + i] = (byte) (number >>> (24 - 8 * i));
        }
    }

    private static int get(byte[] bytes, int at) {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = number << 8 | Byte.toUnsignedInt(bytes[at + 1 + i]);
        }
        return number;
    }

    private static List<String> taken(byte[] bytes, int at, List<Choice> choices) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if (bytes[at + i] == TAKEN) {
                taken.add(choices.get(i).key());
            }
        }
        if (bytes[at + choices.size()] == TAKEN) {
            taken.add(Choice.OTHER);
        }
        return taken;
    }

    private static int width(Item item) {
        return switch (item.kind()) {
            case AGREEMENT, ZERO_TO_TEN, SINGLE -> 1;
            case MULTIPLE -> item.offer().choices().size() + 1;
            case NUMBER, DATE -> WHOLE_NUMBER;
            case WORDS, SHORT_TEXT, LONG_TEXT -> 0;
        };
    }
}
