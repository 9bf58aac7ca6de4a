package parallax.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parallax.monitor.FieldPeriod.Mail;
import parallax.table.TextWorkbook;

/** A whole field period, from a file of people to the day they are forgotten. */
class FieldPeriodIT {

    private static final String INVITATION = "Your view of working with Northwind";
    private static final String REMINDER = "Re: " + INVITATION;
    private static final int CUSTOMERS = 20;
    private static final int SELLERS = 6;

    private final FieldPeriod period = new FieldPeriod();
    private final Map<String, String> ways = new TreeMap<>();
    private final Map<String, String> stops = new TreeMap<>();

    @AfterEach
    void close() {
        period.close();
    }

    @Test
    void everyMailThatLeavesIsExactlyTheOneThatShould() {
        // refused for good: c18, c19; refused once: c17
        period.relay.refuse("c18@customers.example", "550 5.1.1 no such user");
        period.relay.refuse("c19@customers.example", "550 5.1.10 no such domain");
        period.relay.refuseOnce("c17@customers.example", "451 4.3.0 later, please");
        String engagement = period.study.engagement().id().toString();
        String wave = launch(engagement);

        List<Mail> invitations = period.pass(Duration.ofDays(1));
        assertMails(invitations, INVITATION, everybodyBut("c18", "c19"));
        invitations.forEach(mail -> {
            ways.put(name(mail), mail.way("s"));
            stops.put(name(mail), mail.way("u"));
        });
        assertThat(ways.values()).doesNotHaveDuplicates();

        // day 1: two answer, one begins, one stops
        answer("c0", "c1", "s0");
        begin("c2");
        stop("c3");
        JsonNode customers = customers(wave);
        assertThat(customers.path("invited").asInt()).isEqualTo(CUSTOMERS);
        assertThat(customers.path("sent").asInt()).isEqualTo(CUSTOMERS - 2);
        assertThat(customers.path("bounced").asInt()).isEqualTo(2);
        assertThat(customers.path("opted_out").asInt()).isEqualTo(1);
        assertThat(customers.path("started").asInt()).isEqualTo(1);
        assertThat(customers.path("completed").asInt()).isEqualTo(2);
        assertThat(customers.path("rates").path("rr2").asDouble()).isEqualTo(2 / 20.0);
        assertThat(customers.path("rate_bases").path("rr2").asInt()).isEqualTo(20);
        assertThat(customers.path("rate_bases").path("rr6").asInt()).isEqualTo(18);

        // the plan: five and twelve days after the launch
        assertThat(period.pass(Duration.ofDays(3))).isEmpty();
        List<Mail> first = period.pass(Duration.ofDays(4));
        assertMails(first, REMINDER, everybodyBut("c18", "c19", "c0", "c1", "s0", "c3"));
        assertThat(first).allSatisfy(mail -> assertThat(mail.way("s")).isEqualTo(ways.get(name(mail))));
        assertThat(first.stream().filter(mail -> mail.text().contains("You have begun")))
                .extracting(FieldPeriodIT::name)
                .containsExactly("c2");

        // day 8
        answer("c2", "c4", "c5", "c6", "c7", "s1");
        begin("c8");
        stop("c9");
        // one who has answered is deleted, and one who has not and asks for it
        delete(engagement, "c4", "");
        delete(engagement, "c12", "?asked=true");
        List<Mail> second = period.pass(Duration.ofDays(8));
        assertThat(second.remove(second.size() - 1))
                .hasToString(told("“Baseline” closes on Tue 26 Nov 2030, 09:00 UTC"));
        assertMails(
                second,
                REMINDER,
                everybodyBut("c18", "c19", "c0", "c1", "s0", "c3", "c2", "c4", "c5", "c6", "c7", "s1", "c9", "c12"));

        // day 16: nobody gets a third reminder, by hand or by the plan
        assertThat(period.post("/api/waves/" + wave + "/reminders", "", 202).path("reminded"))
                .allSatisfy(count -> assertThat(count.asInt()).isZero());
        assertThat(period.get("/api/waves/" + wave + "/field")
                        .path("next_reminder")
                        .isNull())
                .isTrue();
        courseOfTheCustomers(wave);

        // whoever asked to be deleted does not come back with a list of people; whoever was only removed does
        String again = "audience,email\ncustomer,C12@customers.example\n";
        assertThat(importPeople(engagement, again).path("rejected").asInt()).isEqualTo(1);

        // in the last two days nobody is reminded; then come the days of grace, in which answers count
        assertThat(period.pass(Duration.ofDays(4))).isEmpty();
        period.post("/api/waves/" + wave + "/reminders", "", 409);
        assertThat(period.pass(Duration.ofDays(2))).isEmpty();
        assertThat(period.get("/api/waves/" + wave).path("state").asText()).isEqualTo("closing");
        assertThat(answer("c10")).contains("Thank you");
        period.post("/api/waves/" + wave + "/reminders", "", 409);
        assertThat(period.pass(Duration.ofDays(7))).isEmpty();

        closedSealedAndForgotten(wave);
    }

    private void closedSealedAndForgotten(String wave) {
        assertThat(period.get("/api/waves/" + wave).path("state").asText()).isEqualTo("closed");
        assertThat(answer("c11")).doesNotContain("Thank you");
        JsonNode closed = customers(wave);
        assertThat(closed.path("completed").asInt()).isEqualTo(8);
        assertThat(closed.path("started").asInt()).isEqualTo(1);
        assertThat(closed.path("invited").asInt()).isEqualTo(CUSTOMERS);
        assertThat(closed.path("opted_out").asInt()).isEqualTo(3);
        assertThat(closed.path("bounced").asInt()).isEqualTo(2);
        assertThat(period.count("answers.response")).isEqualTo(8 + 2);
        assertThat(period.count("box.ballot")).isZero();
        // who answered is no longer to be found
        assertThat(period.count("identity.invitation WHERE state <> 'open' OR started OR device IS NOT NULL"
                        + " OR answered_on IS NOT NULL"))
                .isZero();

        assertThat(period.pass(Duration.ofDays(FieldPeriod.SEALED_AFTER_DAYS + 1)))
                .extracting(Mail::toString)
                .containsExactly(told("“Baseline” is sealed on Thu 2 Jan 2031, 09:04 UTC"));
        assertThat(period.get("/api/waves/" + wave).path("state").asText()).isEqualTo("sealed");
        assertThat(period.study.keys().areLinksDestroyed(UUID.fromString(wave))).isTrue();
        assertThat(period.count("identity.contact")).isEqualTo(CUSTOMERS + SELLERS - 2);

        assertThat(period.pass(Duration.ofDays(FieldPeriod.CONTACTS_KEPT_DAYS - FieldPeriod.SEALED_AFTER_DAYS)))
                .extracting(Mail::toString)
                .containsExactly(told("The contacts of “Baseline” are deleted on Mon 3 Mar 2031, 09:04 UTC"));
        assertThat(period.study.audit()).contains("Parallax wave.close", "Parallax wave.seal");
        for (String table : List.of("contact", "account", "invitation", "outbox", "draft")) {
            assertThat(period.count("identity." + table)).as(table).isZero();
        }
        assertThat(period.count("answers.response")).isEqualTo(8 + 2);
        // the wish to get no more mail outlives the person
        assertThat(period.count("identity.suppression")).isEqualTo(3);
        assertThat(customers(wave).path("completed").asInt()).isEqualTo(8);
    }

    /** Seven have answered: five on the second day of the plan's first week, as far as is told. */
    private void courseOfTheCustomers(String wave) {
        JsonNode field = period.get("/api/waves/" + wave + "/field");
        JsonNode course = field.path("courses").path(0);
        assertThat(course.path("days").toString())
                .isEqualTo("[{\"day\":\"2030-11-06\",\"answered\":2},{\"day\":\"2030-11-13\",\"answered\":7}]");
        // c8 began and left after the first page: 7 of 8 are 88 %
        assertThat(course.path("pages").path("reached").path(0).asDouble()).isEqualTo(1);
        assertThat(course.path("pages").path("reached").path(1).asDouble()).isEqualTo(0.9);
        assertThat(course.path("minutes").toString()).isEqualTo("{\"median\":\"under 2 minutes\",\"people\":\"5–9\"}");
        // one of seven used a phone, which is told of nobody
        assertThat(course.path("devices").toString()).isEqualTo("{\"phone\":null,\"people\":\"5–9\"}");
        // two sellers: nothing is told of so few
        assertThat(field.path("courses").path(1).path("days")).isEmpty();
        assertThat(customers(wave).path("accounts").toString()).isEqualTo("{\"invited\":10,\"answered\":4}");
        assertThat(customers(wave).path("can_be_shown").asBoolean()).isTrue();
        String page =
                period.server.browse("/waves/" + wave + "/field", "consultant").body();
        assertThat(page)
                .contains("9 of 26", "Customers 35", "None is planned any more.", "4 of 10")
                .doesNotContain("customers.example");
    }

    private String launch(String engagement) {
        JsonNode report = importPeople(engagement, people());
        assertThat(report.path("ready").asInt()).isEqualTo(CUSTOMERS + SELLERS);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        Instant closes = period.study.instant().plus(Duration.ofDays(21));
        String wave = period.post(
                        "/api/engagements/" + engagement + "/waves",
                        period.wave(Map.of(
                                "name",
                                "Baseline",
                                "audiences",
                                List.of("customer", "sales"),
                                "closes_at",
                                closes.toString())),
                        201)
                .path("id")
                .asText();
        period.post("/api/waves/" + wave + "/launch", "{\"hold_minutes\": 5}", 202);
        assertThat(period.pass(Duration.ofMinutes(4))).isEmpty();
        return wave;
    }

    private JsonNode importPeople(String engagement, String csv) {
        return period.read(
                period.server.send(period.server
                        .to("/api/engagements/" + engagement + "/contacts", "consultant")
                        .header("Content-Type", TextWorkbook.TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(workbook(csv)))),
                200);
    }

    private static byte[] workbook(String csv) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("People");
            for (String line : csv.lines().toList()) {
                XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : line.split(",", -1)) {
                    row.createCell(row.getPhysicalNumberOfCells()).setCellValue(cell);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String engagement, String name, String asked) {
        JsonNode people = period.get("/api/engagements/" + engagement + "/contacts?limit=200")
                .path("items");
        for (JsonNode person : people) {
            if (person.path("email").asText().startsWith(name + "@")) {
                assertThat(period.server
                                .send(period.server
                                        .to("/api/contacts/" + person.path("id").asText() + asked, "consultant")
                                        .DELETE())
                                .statusCode())
                        .isEqualTo(204);
            }
        }
    }

    private static String people() {
        StringBuilder csv = new StringBuilder("audience,email,name,account\n");
        IntStream.range(0, CUSTOMERS)
                .forEach(i ->
                        csv.append("customer,c%d@customers.example,Customer %d,Account %d\n".formatted(i, i, i / 2)));
        IntStream.range(0, SELLERS)
                .forEach(i -> csv.append("sales,s%d@northwind.example,Seller %d,\n".formatted(i, i)));
        return csv.append("customer,no address,Nobody,Account 1\n").toString();
    }

    private JsonNode customers(String wave) {
        return period.get("/api/waves/" + wave + "/field").path("items").path(0);
    }

    private String answer(String... names) {
        return Stream.of(names).map(name -> period.answer(ways.get(name))).reduce("", (before, last) -> last);
    }

    private void begin(String name) {
        assertThat(period.begin(ways.get(name)).statusCode()).isEqualTo(303);
    }

    private void stop(String name) {
        period.stop(stops.get(name));
    }

    private static List<String> everybodyBut(String... names) {
        Predicate<String> left = name -> !List.of(names).contains(name);
        return Stream.concat(
                        IntStream.range(0, CUSTOMERS).mapToObj(i -> "c" + i),
                        IntStream.range(0, SELLERS).mapToObj(i -> "s" + i))
                .filter(left)
                .toList();
    }

    private static void assertMails(List<Mail> mails, String subject, List<String> names) {
        assertThat(mails).extracting(FieldPeriodIT::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(mails).extracting(Mail::subject).containsOnly(subject);
    }

    /** What reaches the consultant, and nobody else. */
    private static String told(String subject) {
        return "maria@alderfinch.example: " + subject;
    }

    private static String name(Mail mail) {
        return mail.to().substring(0, mail.to().indexOf('@'));
    }
}
