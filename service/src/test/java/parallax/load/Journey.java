package parallax.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.load.Browser.Answer;

/**
 * The way of a browser without JavaScript through one form: opens each page, posts it filled in, follows. What a page posts is
 * read out of the first one of its kind: all respondents give the same answers.
 */
final class Journey {

    private static final String RECEIVED = "Your answers are received";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern RADIO = Pattern.compile("<input type=\"radio\" name=\"([^\"]+)\"");
    private static final int MOST_PAGES = 50;

    private final Map<String, String> forms = new ConcurrentHashMap<>();

    /** From the first page to the last; {@code path} is that of a personal link. */
    void go(Browser browser, String path) throws IOException {
        String place = path;
        for (int i = 0; i < MOST_PAGES; i++) {
            Answer page = browser.get(place).require(200);
            String key = place.substring(path.length());
            String form = forms.get(key);
            if (form == null) {
                form = form(page.text(), 3);
                forms.put(key, form);
            }
            Answer answer = browser.post(path, form);
            if (form.endsWith("go=submit")) {
                if (!answer.require(200).text().contains(RECEIVED)) {
                    throw new IllegalStateException("a journey ended elsewhere:\n" + answer.text());
                }
                return;
            }
            place = answer.require(303).head().get("location");
        }
        throw new IllegalStateException("the form does not end");
    }

    /** Saves the first page so many times as its script does, each time with another answer. */
    void save(Browser browser, String path, int times) throws IOException {
        String page = browser.get(path).require(200).text();
        for (int version = 0; version < times; version++) {
            String form = form(page, 1 + version % 5)
                    .replace("version=0", "version=" + version)
                    .replace("go=continue", "go=save");
            browser.post(path, form).require(204);
        }
    }

    private static String form(String page, int rating) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        Matcher radio = RADIO.matcher(page);
        while (radio.find()) {
            fields.put(radio.group(1), Integer.toString(rating));
        }
        fields.put("go", page.contains("value=\"submit\"") ? "submit" : "continue");
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + value));
        return String.join("&", pairs);
    }
}
