package parallax.load;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parallax.app.ApiClient;

/** Brings a form into the field as a script of the API would, and takes the personal links from the mails that leave. */
final class Field {

    private static final int BARE = 4_000;
    /** More would be a job to wait for. */
    private static final int CONTACTS_AT_ONCE = 4_000;

    private static final List<String> PHASES = List.of("discover", "decide", "buy", "use");
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/s/[A-Za-z0-9_-]{22})");
    /** A page of its own behind the touchpoints. */
    private static final String RECOMMEND = """
            {"key": "outcome", "titles": {"en": "In the end"}, "items": [{"key": "recommend", "kind": "agreement",
              "wordings": {"customer": {"en": {"question": "I would recommend them."}}}}]}""";

    private final ApiClient api;
    private final GreenMail mail;

    Field(ApiClient api, GreenMail mail) {
        this.api = api;
        this.mail = mail;
    }

    /**
     * The paths of the personal links of so many people.
     *
     * @param touchpoints three a page
     * @param item whether a page with one item follows them
     */
    Launched launch(int touchpoints, boolean item, int people) throws Exception {
        mail.purgeEmailFromAllMailboxes();
        String engagement = api.post(
                        "/api/engagements", "{\"name\": \"Bench %d\", \"client\": \"Bench\"}".formatted(touchpoints))
                .require(201)
                .path("id")
                .asText();
        api.put("/api/engagements/" + engagement + "/questionnaire", questionnaire(touchpoints, item))
                .require(200);
        for (int first = 0; first < people; first += CONTACTS_AT_ONCE) {
            String contacts = IntStream.range(first, Math.min(first + CONTACTS_AT_ONCE, people))
                    .mapToObj(i -> "customer,p%d.%d@bench.example,Account %d".formatted(i, touchpoints, i / 3))
                    .collect(Collectors.joining("\n", "audience,email,account\n", "\n"));
            api.post("/api/engagements/" + engagement + "/contacts", "text/csv", contacts)
                    .require(200);
        }
        String wave = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Bench\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        awaitMails(1);
        long first = System.nanoTime();
        awaitMails(people);
        return new Launched(links(), (people - 1) / ((System.nanoTime() - first) / 1e9));
    }

    private static String questionnaire(int touchpoints, boolean item) {
        return IntStream.range(0, touchpoints)
                .mapToObj(i ->
                        "{\"key\": \"t%d\", \"labels\": {\"en\": \"Touchpoint %d\"}, \"owner\": \"sales\", \"phase\": \"%s\"}"
                                .formatted(i, i, PHASES.get(i / 3)))
                .collect(Collectors.joining(
                        ",",
                        "{\"languages\": [\"en\"], \"scale_points\": 5, \"pages\": [%s], \"touchpoints\": ["
                                .formatted(item ? RECOMMEND : ""),
                        "]}"));
    }

    private void awaitMails(int count) {
        if (!mail.waitForIncomingEmail(Duration.ofMinutes(10).toMillis(), count)) {
            throw new IllegalStateException("only %d mails came".formatted(mail.getReceivedMessages().length));
        }
    }

    private List<String> links() throws Exception {
        Set<String> links = new LinkedHashSet<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            Matcher link = LINK.matcher(parts.getBodyPart(0).getContent().toString());
            if (link.find()) {
                links.add(link.group(1));
            }
        }
        return List.copyOf(links);
    }

    /** Mails a second: the very mails once more, handed to the same server over one connection without anything else. */
    double bareRate() throws Exception {
        List<MimeMessage> again =
                Arrays.stream(mail.getReceivedMessages()).limit(BARE).toList();
        Session session = Session.getInstance(new Properties());
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", mail.getSmtp().getPort(), null, null);
            // the first half brings this program up to speed, as the outbox had its time too
            send(transport, again.subList(0, again.size() / 2));
            long before = System.nanoTime();
            send(transport, again.subList(again.size() / 2, again.size()));
            return again.size() / 2 / ((System.nanoTime() - before) / 1e9);
        }
    }

    private static void send(Transport transport, List<MimeMessage> mails) throws Exception {
        for (MimeMessage mail : mails) {
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /** @param rate invitations a second */
    record Launched(List<String> links, double rate) {}
}
