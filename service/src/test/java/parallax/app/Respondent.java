package parallax.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a form as a browser without JavaScript does: reads the page, fills its fields, posts it, follows. */
public final class Respondent {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern RADIO = Pattern.compile("<input type=\"radio\" name=\"([^\"]+)\"");
    private static final Pattern PRESSABLE = Pattern.compile("<button[^>]*name=\"go\" value=\"(continue|submit)\"");
    private static final int MOST_PAGES = 50;

    private final LongConsumer nanos;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public Respondent() {
        this(ignored -> {});
    }

    /** @param nanos told how long each request took, redirect included */
    public Respondent(LongConsumer nanos) {
        this.nanos = nanos;
    }

    /** Gives every question of every page the same answer, submits, and returns the last page. */
    public String answerAll(String link, int rating) {
        String page = send(HttpRequest.newBuilder(URI.create(link)).build());
        for (int i = 0; i < MOST_PAGES; i++) {
            // the last one: before it stands the one that Enter presses
            Optional<String> button = PRESSABLE
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .reduce((before, after) -> after);
            if (button.isEmpty()) {
                return page;
            }
            page = post(link, page, button.get(), rating);
        }
        throw new AssertionError("the form does not end");
    }

    private String post(String link, String page, String button, int rating) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        Matcher radio = RADIO.matcher(page);
        while (radio.find()) {
            fields.put(radio.group(1), Integer.toString(rating));
        }
        fields.put("go", button);
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    private String send(HttpRequest request) {
        long before = System.nanoTime();
        try {
            String page =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            nanos.accept(System.nanoTime() - before);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
