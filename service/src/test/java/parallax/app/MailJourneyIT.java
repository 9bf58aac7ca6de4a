package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job over the API with a real mail server: from contacts to both workbooks, links taken from the mails. */
class MailJourneyIT {

    private static final int CUSTOMERS = 24;
    private static final int SELLERS = 6;
    private static final int MARKETERS = 5;
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/s/[A-Za-z0-9_-]{22}");

    private static GreenMail mail;
    private static ParallaxServer server;

    @BeforeAll
    static void startServers() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        server = ParallaxServer.start(
                Map.of("mail.smtpUrl", "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
    }

    @AfterAll
    static void stopServers() {
        server.close();
        mail.stop();
    }

    @Test
    void invitationsGoOutByMailAndTheirLinksLeadToBothWorkbooks() throws Exception {
        ApiClient api = server.api();
        String engagement = api.post("/api/engagements", "{\"name\": \"Northwind 2026\", \"client\": \"Northwind\"}")
                .require(201)
                .path("id")
                .asText();
        JsonNode report = api.post("/api/engagements/" + engagement + "/contacts", "text/csv", contacts())
                .require(200);
        assertThat(report.path("ready").asInt()).isEqualTo(CUSTOMERS + SELLERS + MARKETERS);
        String wave = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Baseline\", \"audiences\": [\"customer\", \"sales\", \"marketing\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);

        Map<String, String> links = awaitLinks(CUSTOMERS + SELLERS + MARKETERS);
        Respondent respondent = new Respondent();
        // c0 answers 2, c1 answers 3, and so on; s0 answers 4, s1 answers 5
        links.forEach((address, link) -> {
            int odd = Integer.parseInt(address.substring(1, address.indexOf('@'))) % 2;
            respondent.answerAll(link, address.startsWith("c") ? 2 + odd : 4 + odd);
        });
        JsonNode field = api.get("/api/waves/" + wave + "/field").require(200);
        assertThat(field.toString()).contains("\"completed\":" + CUSTOMERS);

        api.post("/api/waves/" + wave + "/close", "{}").require(200);
        JsonNode gap = overAll(api.get("/api/waves/" + wave + "/figures?kind=perception_gap&team=sales&touchpoint=demo")
                .require(200)
                .path("items"));
        assertThat(gap.path("value").asDouble()).isEqualTo(2.0);
        assertThat(gap.path("verdict").asText()).isEqualTo("clear_above");
        for (String team : new String[] {"sales", "marketing"}) {
            byte[] file = api.download("/api/waves/" + wave + "/workbooks/" + team + ".xlsx");
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                assertThat(workbook.getSheetName(0)).isEqualTo("Summary");
            }
        }
    }

    private static JsonNode overAll(JsonNode figures) {
        for (JsonNode figure : figures) {
            if (figure.path("segment").isNull()) {
                return figure;
            }
        }
        throw new AssertionError("no figure over all segments");
    }

    private static Map<String, String> awaitLinks(int mails) throws Exception {
        assertThat(mail.waitForIncomingEmail(60_000, mails))
                .as("%d mails within a minute".formatted(mails))
                .isTrue();
        Map<String, String> links = new LinkedHashMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            assertThat(message.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
            MimeMultipart parts = (MimeMultipart) message.getContent();
            Matcher link = LINK.matcher(
                    GreenMailUtil.getBody(message).isEmpty()
                            ? ""
                            : parts.getBodyPart(0).getContent().toString());
            assertThat(link.find()).as("a personal link in the plain text").isTrue();
            links.put(((InternetAddress) message.getAllRecipients()[0]).getAddress(), link.group());
        }
        assertThat(links).hasSize(mails);
        return links;
    }

    private static String contacts() {
        StringBuilder csv = new StringBuilder("audience;email;name;account;segment.region\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("customer;c%d@customers.example;Customer %d;Account %d;%s\n"
                    .formatted(i, i, i / 2, i % 2 == 0 ? "North" : "South"));
        }
        for (int i = 0; i < SELLERS; i++) {
            csv.append("sales;s%d@northwind.example;;;\n".formatted(i));
        }
        for (int i = 0; i < MARKETERS; i++) {
            csv.append("marketing;m%d@northwind.example;;;\n".formatted(i));
        }
        return csv.toString();
    }
}
