package parallax.questionnaire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import parallax.questionnaire.AnswerException.Fault;

/** Reads what the fields of an item sent. */
final class ItemReader {

    static final int MOST_WORDS = 3;
    static final int LONGEST_WORD = 40;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 1000;

    private ItemReader() {}

    static ItemAnswer read(FormItem item, List<String> sent, String other) {
        List<String> values = sent.stream()
                .map(ItemReader::clean)
                .filter(text -> !text.isEmpty())
                .toList();
        if (values.isEmpty()) {
            return ItemAnswer.NONE;
        }
        return switch (item.kind()) {
            case AGREEMENT, ZERO_TO_TEN -> new ItemAnswer(List.of(option(item, single(values))), "");
            case SINGLE -> chosen(item, List.of(single(values)), other);
            case MULTIPLE -> chosen(item, values, other);
            case WORDS -> new ItemAnswer(words(values), "");
            case SHORT_TEXT -> new ItemAnswer(List.of(within(single(values), LONGEST_LINE)), "");
            case LONG_TEXT -> new ItemAnswer(List.of(within(single(values), LONGEST_TEXT)), "");
            case NUMBER -> new ItemAnswer(List.of(number(item.item().offer(), single(values))), "");
            case DATE -> new ItemAnswer(List.of(day(single(values))), "");
        };
    }

    private static ItemAnswer chosen(FormItem item, List<String> values, String other) {
        // in the order they are offered, each once
        TreeSet<Integer> positions = new TreeSet<>();
        values.forEach(value -> positions.add(positionOf(item, value)));
        List<String> keys = positions.stream()
                .map(position -> item.options().get(position).value())
                .toList();
        String written = keys.contains(Choice.OTHER) ? within(clean(other), LONGEST_LINE) : "";
        return new ItemAnswer(keys, written);
    }

    private static String option(FormItem item, String value) {
        return item.options().get(positionOf(item, value)).value();
    }

    private static int positionOf(FormItem item, String value) {
        for (int i = 0; i < item.options().size(); i++) {
            if (item.options().get(i).value().equals(value)) {
                return i;
            }
        }
        throw new AnswerException(Fault.NO_OPTION);
    }

    private static List<String> words(List<String> values) {
        if (values.size() > MOST_WORDS) {
            throw new AnswerException(Fault.TOO_MANY, MOST_WORDS);
        }
        return values.stream()
                .map(word -> within(word, LONGEST_WORD))
                .distinct()
                .toList();
    }

    private static String single(List<String> values) {
        if (values.size() > 1) {
            throw new AnswerException(Fault.TOO_MANY, 1);
        }
        return values.get(0);
    }

    private static String within(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new AnswerException(Fault.TOO_LONG, longest);
        }
        return text;
    }

    private static String number(Offer offer, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= offer.minimum() && number <= offer.maximum()) {
                return Integer.toString(number);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new AnswerException(Fault.NO_NUMBER, offer.minimum(), offer.maximum());
    }

    private static String day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day.toString();
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        throw new AnswerException(Fault.NO_DAY);
    }

    /** With line ends as browsers mean them and as it is kept; control characters and half characters are refused. */
    private static String clean(String text) {
        String cleaned = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        boolean readable = cleaned.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\t'
                        || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE));
        if (!readable) {
            throw new AnswerException(Fault.UNREADABLE);
        }
        return KeptText.clean(cleaned);
    }
}
