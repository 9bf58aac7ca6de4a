package parallax.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.answering.Admission.Admitted;
import parallax.answering.Wish;
import parallax.mail.SmtpSink;
import parallax.questionnaire.Audience;
import parallax.study.ReleasedWaves;
import parallax.study.Wave;
import parallax.web.TestServer;

class FindingsLetterIT {

    @Test
    void afterAReleaseItGoesOnceToThoseWhoAskedForItAndToNobodyElse() {
        try (SmtpSink sink = new SmtpSink()) {
            Field field = Field.withMailServer(sink.url());
            try (TestServer server = TestServer.start(field::register)) {
                Wave wave = field.launched();
                wish(field, wave, "customer0", true);
                wish(field, wave, "customer1", false);
                field.feature().closing().close(Field.CALLER, wave.id());
                String page = "/waves/" + wave.id() + "/findings-letter";
                String right = form("Delivery is late.", "A second van from May.", "1");
                assertThat(server.submit(page, "consultant", right).statusCode())
                        .isEqualTo(409);
                field.study().feature().add((ReleasedWaves) id -> id.equals(wave.id()));
                assertThat(server.browse(page, "consultant").body()).contains("get the letter (1)");
                String wrong = form("<img src=x>", "", "2");
                assertThat(server.submit(page, "consultant", wrong).body())
                        .contains("no pictures, no tracking", "Write what the client decided", "Type 1, the number");
                field.feature().sendDue();
                assertThat(recipients(sink)).isEmpty();
                assertThat(server.submit(page, "consultant", right).statusCode())
                        .isEqualTo(303);
                field.feature().sendDue();
                assertThat(recipients(sink)).containsExactly("RCPT TO:<customer0@acme.example>");
                assertThat(String.join("\n", sink.lines())).contains("Delivery is late.", "A second van from May.");
                assertThat(server.submit(page, "consultant", right).statusCode())
                        .isEqualTo(409);
                assertThat(server.submit(page, "reader", right).statusCode()).isIn(403, 404);
            }
        }
    }

    private static void wish(Field field, Wave wave, String name, boolean results) {
        String token = String.valueOf(field.tokens(wave.id(), Audience.CUSTOMER).get(name));
        Admitted admitted = field.feature().admission().find(token).orElseThrow();
        field.fieldLogin()
                .useTransaction(
                        handle -> field.feature().admission().keep(handle, admitted, new Wish(results, "", "Call me")));
        field.submit(token);
    }

    private static List<String> recipients(SmtpSink sink) {
        return sink.lines().stream().filter(line -> line.startsWith("RCPT TO")).toList();
    }

    private static String form(String findings, String decision, String confirm) {
        return "findings-en=%s&decision-en=%s&confirm=%s"
                .formatted(URLEncoder.encode(findings, UTF_8), URLEncoder.encode(decision, UTF_8), confirm);
    }
}
