package parallax.answering;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.web.TestServer;

/** Somebody with a link and a browser without JavaScript or cookies. */
final class Respondent {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final TestServer server;
    private final String token;

    Respondent(TestServer server, String token) {
        this.server = server;
        this.token = token;
    }

    HttpResponse<String> open(String rest) {
        return server.get("/s/" + token + rest);
    }

    HttpResponse<String> post(String form) {
        return server.send(server.to("/s/" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Opens a page, marks answers as in {@code x0=4&i0=na}, presses a button. */
    HttpResponse<String> answer(int page, String answers, String button) {
        return post(pageForm(page, version(open("?page=" + page)), answers, button));
    }

    /** Goes where a reply leads. */
    HttpResponse<String> follow(HttpResponse<String> reply) {
        String location = reply.headers().firstValue("Location").orElseThrow();
        return server.get(location.replaceFirst("#.*", ""));
    }

    static String pageForm(int page, int version, String answers, String button) {
        return "page=%d&version=%d&go=%s%s"
                .formatted(
                        page,
                        version,
                        URLEncoder.encode(button, StandardCharsets.UTF_8),
                        answers.isEmpty() ? "" : "&" + answers);
    }

    static int version(HttpResponse<String> page) {
        Matcher version = VERSION.matcher(page.body());
        if (!version.find()) {
            throw new AssertionError("no version on this page:\n" + page.body());
        }
        return Integer.parseInt(version.group(1));
    }
}
