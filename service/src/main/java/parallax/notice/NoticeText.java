package parallax.notice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import parallax.fieldwork.Words;
import parallax.mail.Letter;
import parallax.study.Engagement;
import parallax.study.Wave;

/** The words of a notice, for consultants. */
final class NoticeText {

    private final String base;

    NoticeText(URI base) {
        this.base = base.toString().replaceFirst("/+$", "");
    }

    Letter.Words of(Happening happening, Engagement engagement, Wave wave) {
        String at = Words.moment(happening.at());
        String whose = "Wave “%s” of “%s”".formatted(wave.name(), engagement.name());
        return switch (happening.what()) {
            case CLOSE ->
                words(
                        "“%s” closes on %s".formatted(wave.name(), at),
                        List.of(
                                "%s closes on %s.".formatted(whose, at),
                                "From then on no reminder leaves. Late answers count until %s; then it is closed for good."
                                        .formatted(
                                                Words.moment(happening.at().plus(Duration.ofDays(wave.graceDays())))),
                                "How it stands: " + base + "/waves/" + wave.id() + "/field",
                                "Another day: " + base + "/waves/" + wave.id() + "/settings"));
            case SEAL ->
                words(
                        "“%s” is sealed on %s".formatted(wave.name(), at),
                        List.of(
                                "%s is sealed on %s.".formatted(whose, at),
                                "Its keys are destroyed then and its personal links lead nowhere. Figures and workbooks stay. This cannot be undone, and it needs nothing from you.",
                                "The wave: " + base + "/waves/" + wave.id()));
            case FORGET ->
                words(
                        "The contacts of “%s” are deleted on %s".formatted(wave.name(), at),
                        List.of(
                                "The contacts of wave “%s” of “%s”, and its mails, are deleted on %s, as people were promised."
                                        .formatted(wave.name(), engagement.name(), at),
                                "Whoever is invited to another wave stays until that one is over. Who asked for no more mail stays remembered, without the address.",
                                "The contacts: " + base + "/engagements/" + engagement.id() + "/contacts"));
        };
    }

    private static Letter.Words words(String subject, List<String> paragraphs) {
        String html = paragraphs.stream()
                .map(paragraph -> "<p>" + escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        return new Letter.Words(
                subject,
                String.join("\n\n", paragraphs) + "\n",
                "<!doctype html>\n<html lang=\"en\"><body>\n" + html + "\n</body></html>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
