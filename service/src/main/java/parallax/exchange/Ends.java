package parallax.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parallax.questionnaire.Offer;

/** The words at the ends of a question from 0 to 10. */
record Ends(Map<String, String> low, Map<String, String> high) {

    /** Whether answers are the eleven numbers from 0 to 10, told by their codes or their words. */
    static boolean areZeroToTen(Map<String, Map<String, String>> labels) {
        if (labels.size() != 11) {
            return false;
        }
        Set<Integer> codes = new TreeSet<>();
        Set<Integer> words = new TreeSet<>();
        labels.forEach((code, label) -> {
            codes.add(number(code.replaceFirst("^[A-Za-z]+", "")));
            words.add(number(label.values().stream()
                    .findFirst()
                    .map(text -> PlainText.of(text).text())
                    .orElse("")));
        });
        return isWhole(words) || isWhole(codes) && words.contains(-1) && words.size() <= 10;
    }

    private static boolean isWhole(Set<Integer> numbers) {
        return numbers.size() == 11 && numbers.contains(0) && numbers.contains(10) && !numbers.contains(-1);
    }

    /** The number a text starts with, 0 to 10, or -1. */
    private static int number(String text) {
        String digits = text.strip().replaceFirst("[^0-9].*$", "");
        int number = digits.matches("[0-9]{1,2}") ? Integer.parseInt(digits) : -1;
        return number <= 10 ? number : -1;
    }

    static Ends of(String where, Map<String, Map<String, String>> labels, Texts texts) {
        Map<String, String> low = Map.of();
        Map<String, String> high = Map.of();
        for (Map<String, String> label : labels.values()) {
            int number = number(label.values().stream()
                    .findFirst()
                    .map(text -> PlainText.of(text).text())
                    .orElse(""));
            low = number == 0 ? label : low;
            high = number == 10 ? label : high;
        }
        return new Ends(words(where, "words at 0", low, "0", texts), words(where, "words at 10", high, "10", texts));
    }

    private static Map<String, String> words(
            String where, String what, Map<String, String> label, String digit, Texts texts) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : texts.languages()) {
            String text = PlainText.of(label.getOrDefault(language, "")).text().replaceFirst("^[0-9]+[\\s.:=–—-]*", "");
            words.put(language, text.isEmpty() ? digit : text);
        }
        if (words.values().stream().allMatch(digit::equals)) {
            texts.note(where, what, "The file has the number alone. Write what it means in the editor.");
        }
        return texts.plain(where, what, words, Offer.LONGEST_END);
    }

    Offer offer() {
        return Offer.ends(low, high);
    }
}
