package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.answering.Receipt;
import parallax.interview.InterviewGround.Person;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.web.TestServer;

/** Calls and interviews over HTTP. The clock stands at Tuesday 5 November 2030, 09:00 UTC: ten in Berlin, four in New York. */
class InterviewIT {

    private static final String ANSWERS = "{\"website\": {\"experience\": 4, \"importance\": 5}}";

    private final ObjectMapper json = new ObjectMapper();
    private final InterviewGround ground = new InterviewGround();
    private final Map<String, UUID> people = new TreeMap<>();
    private Wave wave;

    @BeforeEach
    void launch() {
        Engagement engagement = ground.study.engagement();
        add(engagement, Person.customer("ann", "Europe/Berlin"));
        add(engagement, Person.customer("bob", "America/New_York"));
        add(engagement, new Person("eve", Audience.CUSTOMER, null, "+44 20 7946 0000", null));
        add(engagement, new Person("joe", Audience.CUSTOMER, "joe@acme.example", null, "Europe/Berlin"));
        add(engagement, new Person("sue", Audience.SALES, "sue@n.example", "+44 20 1", "Europe/London"));
        wave = ground.launched(engagement);
    }

    private void add(Engagement engagement, Person person) {
        people.put(person.name(), ground.add(engagement, person));
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    void theCallListHoldsOpenCustomersWithANumberThoseAtWorkFirst() throws Exception {
        JsonNode calls = calls("");
        assertThat(names(calls)).containsExactly("ann", "eve", "bob");
        assertThat(calls.get("items").get(0))
                .isEqualTo(json.readTree("""
                {"invitation": "%s", "contact": "%s", "name": "ann", "phone": "+49 30 100", "language": "en",
                 "time_zone": "Europe/Berlin", "local_time": "Tue 10:00", "office_hours": true, "attempts": 0}""".formatted(invitation("ann"), people.get("ann"))));
        require(201, tell("ann", "\"outcome\": \"no_answer\""));
        require(201, tell("eve", "\"outcome\": \"appointment\", \"at\": \"2030-11-06T09:00:00Z\""));
        assertThat(names(calls(""))).containsExactly("ann", "bob", "eve");
        assertThat(names(calls("?outcome=appointment"))).containsExactly("eve");
        assertThat(names(calls("?outcome=never"))).containsExactly("bob");
        assertThat(names(calls("?language=de"))).isEmpty();
        ground.study.pass(Duration.ofDays(1));
        assertThat(names(calls(""))).containsExactly("eve", "ann", "bob");
        JsonNode first = calls("?limit=2");
        assertThat(names(first)).containsExactly("eve", "ann");
        // seven hours later New York is at work and Berlin is not: the list that was begun goes on as it was
        ground.study.pass(Duration.ofHours(7));
        assertThat(names(calls("?limit=2&after=" + first.get("next").asText()))).containsExactly("bob");
        assertThat(names(calls(""))).containsExactly("eve", "bob", "ann");
        assertThat(ground.server
                        .get("/api/waves/" + wave.id() + "/calls?outcome=gone", "consultant")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void onlyTheConsultancyCallsAndOnlyKnownWaves() {
        assertThat(ground.server
                        .get("/api/waves/" + wave.id() + "/calls", "reader")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ground.server
                        .post("/api/waves/" + wave.id() + "/interviews", "reader", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ground.server
                        .get("/api/waves/" + UUID.randomUUID() + "/calls", "consultant")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anInterviewIsCountedLikeAnyAnswerAndEndsTheLink() throws Exception {
        HttpResponse<String> taken = tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS);
        assertThat(json.readTree(require(201, taken)))
                .isEqualTo(json.readTree(
                        "{\"contact\": \"%s\", \"outcome\": \"completed\"}".formatted(people.get("ann"))));
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isEqualTo(1);
        assertThat(names(calls(""))).doesNotContain("ann");
        assertThat(ground.answering.submits().submit(link("ann"), InterviewGround.first(3)))
                .isEqualTo(Receipt.ALREADY_RECEIVED);
        assertThat(ground.server.get("/s/" + link("ann")).body()).contains("Your answers are received");
        String again = require(409, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS));
        assertThat(again).contains("received already, on the web or by phone");
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        assertThat(ground.count("SELECT get_byte(experience, 0) * 10 + get_byte(importance, 0) FROM answers.response"))
                .isEqualTo(45);
        require(409, tell("bob", "\"outcome\": \"no_answer\""));
        assertThat(names(calls(""))).isEmpty();
    }

    @Test
    void theExampleOfTheContractIsTakenAndImportanceNaCountsAsOpen() throws Exception {
        require(
                201,
                tell(
                        "ann",
                        "\"outcome\": \"completed\", \"at\": \"2030-11-05T08:00:00Z\","
                                + " \"answers\": {\"demo\": {\"experience\": 4, \"importance\": \"na\"}, \"website\": {\"experience\": \"na\"}}"));
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        assertThat(ground.count(
                        "SELECT count(*) FROM answers.response WHERE get_byte(experience, 0) = 255 AND importance ="
                                + " decode(repeat('00', 12), 'hex')"))
                .isEqualTo(1);
    }

    @Test
    void notesAreTextsToReviewAndChangeNoBallotsSize() throws Exception {
        String notes = "{\"website\": \"%s\", \"demo\": \"Too fast.\"}".formatted("x".repeat(1000));
        require(201, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS + ", \"notes\": " + notes));
        ground.answering.submits().submit(link("bob"), InterviewGround.first(3));
        assertThat(ground.count("SELECT count(DISTINCT octet_length(ciphertext)) FROM box.ballot"))
                .isEqualTo(1);
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        assertThat(ground.verbatims.texts(wave.id()))
                .extracting(text -> text.item() + " " + text.text().length())
                .containsExactlyInAnyOrder("website 1000", "demo 9");
    }

    @Test
    void notesThatABallotHasNoRoomForAreRefused() throws Exception {
        String notes = "{\"website\": \"%s\", \"demo\": \"%s\"}".formatted("ä".repeat(1000), "ä".repeat(1000));
        String refused = require(
                422, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS + ", \"notes\": " + notes));
        assertThat(refused).contains("too long by about").contains("/notes");
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isZero();
    }

    @Test
    void whoAnsweredOnTheWebIsNotInterviewed() throws Exception {
        assertThat(ground.answering.submits().submit(link("ann"), InterviewGround.first(3)))
                .isEqualTo(Receipt.RECEIVED);
        require(409, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS));
        require(409, tell("ann", "\"outcome\": \"no_answer\""));
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isEqualTo(1);
    }

    @Test
    void aRepeatUnderOneKeyIsOneInterview() throws Exception {
        String body = "{\"contact\": \"%s\", \"outcome\": \"completed\", \"answers\": %s}"
                .formatted(people.get("ann"), ANSWERS);
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            bodies.add(require(
                    201,
                    ground.server.send(ground.server
                            .to("/api/waves/" + wave.id() + "/interviews", "consultant")
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "interview-1")
                            .POST(TestServer.text(body)))));
        }
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isEqualTo(1);
        String call = "\"outcome\": \"no_answer\", \"at\": \"2030-11-05T08:00:00Z\"";
        require(201, tell("bob", call));
        require(201, tell("bob", call));
        assertThat(ground.count("SELECT count(*) FROM identity.phone_call")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"contact": "C"}                                                                      | /outcome
            {"outcome": "no_answer"}                                                              | /contact
            {"contact": "nobody", "outcome": "no_answer"}                                         | /contact
            {"contact": "T", "outcome": "no_answer"}                                              | /contact
            {"contact": "C", "outcome": "gone"}                                                   | /outcome
            {"contact": "C", "outcome": "no_answer", "at": "yesterday"}                           | /at
            {"contact": "C", "outcome": "no_answer", "at": "2031-01-01T00:00:00Z"}                | /at
            {"contact": "C", "outcome": "no_answer", "at": "0001-01-01T00:00:00Z"}                | /at
            {"contact": "C", "outcome": "no_answer", "appointment_at": "2031-01-01T00:00:00Z"}    | /appointment_at
            {"contact": "C", "outcome": "appointment", "appointment_at": "2030-01-01T00:00:00Z"}  | /appointment_at
            {"contact": "C", "outcome": "appointment", "appointment_at": "+999999999-01-01T00:00:00Z"} | /appointment_at
            {"contact": "C", "outcome": "appointment", "at": "+999999999-01-01T00:00:00Z"}        | /at
            {"contact": "C", "outcome": "no_answer", "at": "-999999999-01-01T00:00:00Z"}          | /at
            {"contact": "C", "outcome": "no_answer", "answers": {}}                               | /answers
            {"contact": "C", "outcome": "completed"}                                              | /answers
            {"contact": "C", "outcome": "completed", "answers": {}}                               | /answers
            {"contact": "C", "outcome": "completed", "answers": []}                               | /answers
            {"contact": "C", "outcome": "completed", "answers": {"nothing": {"experience": 1}}}   | /answers/nothing
            {"contact": "C", "outcome": "completed", "answers": {"website": 4}}                   | /answers/website
            {"contact": "C", "outcome": "completed", "answers": {"website": {"experience": 0}}}   | /answers/website/experience
            {"contact": "C", "outcome": "completed", "answers": {"website": {"experience": 6}}}   | /answers/website/experience
            {"contact": "C", "outcome": "completed", "answers": {"website": {"experience": 1.5}}} | /answers/website/experience
            {"contact": "C", "outcome": "completed", "answers": {"website": {"experience": "5"}}} | /answers/website/experience
            {"contact": "C", "outcome": "completed", "answers": {"website": {"importance": true}}}| /answers/website/importance
            {"contact": "C", "outcome": "completed", "answers": {"website": {"weight": 2}}}       | /answers/website/weight
            {"contact": "C", "outcome": "completed", "answers": {"a/b": {}}}                      | /answers/a~1b
            {"contact": "C", "outcome": "completed", "items": {"nps": 9}}                         | /items/nps
            {"contact": "C", "outcome": "completed", "notes": {"nothing": "x"}}                   | /notes/nothing
            """)
    void whatIsWrongIsNamedAndNothingIsWritten(String body, String pointer) throws Exception {
        String sent = body.strip()
                .replace("\"C\"", "\"" + people.get("ann") + "\"")
                .replace("\"T\"", "\"" + people.get("sue") + "\"");
        HttpResponse<String> refused =
                ground.server.post("/api/waves/" + wave.id() + "/interviews", "consultant", sent);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        JsonNode errors = json.readTree(refused.body()).get("errors");
        assertThat(errors.get(0).get("pointer").asText()).as(refused.body()).isEqualTo(pointer.strip());
        assertThat(errors.get(0).get("message").asText()).endsWith(".");
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isZero();
        assertThat(ground.count("SELECT count(*) FROM identity.phone_call")).isZero();
        assertThat(ground.study.audit()).noneMatch(entry -> entry.contains(" call.") || entry.contains(" interview."));
    }

    @Test
    void whoeverRefusesIsLeftAlone() throws Exception {
        ground.fieldwork.sendDue();
        require(201, tell("ann", "\"outcome\": \"refused\""));
        assertThat(names(calls(""))).doesNotContain("ann");
        assertThat(ground.fieldwork
                        .reminders()
                        .remindNow(StudyFixture.CONSULTANT, wave.id())
                        .reminded())
                .containsEntry("customer", 2);
        assertThat(ground.answering.submits().submit(link("ann"), InterviewGround.first(3)))
                .isEqualTo(Receipt.UNKNOWN);
        require(409, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS));
        assertThat(ground.study.audit()).contains("The consultant call.refused " + invitation("ann"));
    }

    @Test
    void aWrongNumberIsKnownUntilItIsCorrected() throws Exception {
        require(201, tell("ann", "\"outcome\": \"wrong_number\""));
        assertThat(names(calls(""))).containsExactly("eve", "bob", "ann");
        String wrong = "SELECT count(*) FROM identity.contact WHERE wrong_phone = phone";
        assertThat(ground.count(wrong)).isEqualTo(1);
        ground.owner.useHandle(
                handle -> handle.execute("UPDATE identity.contact SET phone = '+49 30 200' WHERE name = 'ann'"));
        assertThat(ground.count(wrong)).isZero();
        assertThat(names(calls(""))).containsExactly("eve", "ann", "bob");
    }

    @Test
    void outcomesAreDispositionsOfTheField() throws Exception {
        assertThat(dispositions()).containsOnly(Map.entry("rr2", 0.0), Map.entry("con1", 0.0), Map.entry("ref1", 0.0));
        require(201, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS));
        require(201, tell("bob", "\"outcome\": \"appointment\""));
        require(201, tell("eve", "\"outcome\": \"no_answer\""));
        // I ann, O bob, NC eve, U joe: nobody sent his mail yet
        assertThat(dispositions())
                .containsOnly(
                        Map.entry("rr2", 0.25),
                        Map.entry("rr6", 1.0 / 3),
                        Map.entry("con1", 0.5),
                        Map.entry("coop1", 0.5),
                        Map.entry("ref1", 0.0),
                        Map.entry("completion", 1.0));
        require(201, tell("bob", "\"outcome\": \"refused\""));
        assertThat(dispositions()).containsEntry("ref1", 0.25);
    }

    private Map<String, Double> dispositions() throws Exception {
        JsonNode rates = customers().get("rates");
        Map<String, Double> all = new TreeMap<>();
        rates.fields()
                .forEachRemaining(rate -> all.put(rate.getKey(), rate.getValue().asDouble()));
        return all;
    }

    private JsonNode customers() throws Exception {
        return json.readTree(ground.server
                        .get("/api/waves/" + wave.id() + "/field", "consultant")
                        .body())
                .get("items")
                .get(0);
    }

    @Test
    void aClosedWaveTellsWhatBecameOfItsMailsNotWhoWasNeverCalled() throws Exception {
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        JsonNode customers = customers();
        assertThat(customers.get("invited").asInt()).isEqualTo(4);
        assertThat(customers.get("bounced").asInt()).isZero();
        assertThat(customers.get("sent").asInt()).isZero();
    }

    @Test
    void fewInAModeAreNotCounted() throws Exception {
        require(201, tell("ann", "\"outcome\": \"completed\", \"answers\": " + ANSWERS));
        assertThat(customers().has("modes")).isFalse();
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        assertThat(customers().has("modes")).isFalse();
        assertThat(ground.dump("study.wave_mode"))
                .containsExactlyInAnyOrder("(" + wave.id() + ",customer,0,1,0,0)", "(" + wave.id() + ",sales,0,0,0,0)");
    }

    @Test
    void ofAnInterviewAndALinkAtOnceExactlyOneCounts() throws Exception {
        Engagement engagement = ground.study.engagement("Race");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            names.add("racer" + i);
            add(engagement, Person.customer("racer" + i, "Europe/Berlin"));
        }
        add(engagement, new Person("seller", Audience.SALES, "seller@n.example", null, null));
        wave = ground.launched(engagement);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (String name : names) {
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Receipt> web = threads.submit(() -> {
                    start.await();
                    return ground.answering.submits().submit(link(name), InterviewGround.first(3));
                });
                Future<Integer> phone = threads.submit(() -> {
                    start.await();
                    return tell(name, "\"outcome\": \"completed\", \"answers\": " + ANSWERS)
                            .statusCode();
                });
                boolean byPhone = phone.get() == 201;
                assertThat(web.get()).isEqualTo(byPhone ? Receipt.ALREADY_RECEIVED : Receipt.RECEIVED);
                assertThat(phone.get()).isIn(201, 409);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isEqualTo(20);
    }

    private HttpResponse<String> tell(String name, String rest) {
        return ground.server.post(
                "/api/waves/" + wave.id() + "/interviews",
                "consultant",
                "{\"contact\": \"%s\", %s}".formatted(people.get(name), rest));
    }

    private JsonNode calls(String query) throws Exception {
        return json.readTree(
                require(200, ground.server.get("/api/waves/" + wave.id() + "/calls" + query, "consultant")));
    }

    private static List<String> names(JsonNode calls) {
        List<String> names = new ArrayList<>();
        calls.get("items").forEach(item -> names.add(item.get("name").asText()));
        return names;
    }

    private UUID invitation(String name) {
        return ground.invitations(wave.id()).get(name);
    }

    private String link(String name) {
        return ground.link(wave.id(), invitation(name));
    }

    private static String require(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response.body();
    }
}
