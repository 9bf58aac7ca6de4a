package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.answering.Answers;
import parallax.answering.FormFixture;
import parallax.answering.Receipt;
import parallax.interview.InterviewGround.Person;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.SentItem;
import parallax.questionnaire.Slots;
import parallax.study.Engagement;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.verbatim.Verbatim;
import parallax.web.TestServer;

/** Interviews with items of every kind and a note to each: told by a script, held page by page, and beside an answer of the web. */
class InterviewItemsIT {

    private static final Questionnaire EVERYTHING = FormFixture.everyKind();
    private static final Form FORM = Form.of(EVERYTHING, Audience.CUSTOMER, "en");

    private final InterviewGround ground = new InterviewGround();
    private UUID ann = new UUID(0, 0);
    private Wave wave;

    @BeforeEach
    void launch() {
        Engagement engagement = ground.study.engagement();
        ground.study
                .feature()
                .questionnaires()
                .change(StudyFixture.CONSULTANT, engagement.id(), version -> {}, "Every kind", model -> EVERYTHING);
        engagement = ground.study.feature().engagements().require(engagement.id());
        ann = ground.add(engagement, Person.customer("ann", "Europe/Berlin"));
        ground.add(engagement, Person.customer("bob", "Europe/Berlin"));
        ground.add(engagement, Person.customer("eve", "Europe/Berlin"));
        ground.add(engagement, new Person("sue", Audience.SALES, "sue@n.example", null, null));
        wave = ground.launched(engagement);
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    void aScriptAPageAndAFormOfTheWebGiveTheSameAnswersAndNotesAreTextsOfTheirItems() throws Exception {
        assertThat(EnumSet.allOf(ItemKind.class))
                .allMatch(kind -> FORM.items().stream().anyMatch(item -> item.kind() == kind));
        HttpResponse<String> script =
                ground.server.post("/api/waves/" + wave.id() + "/interviews", "consultant", byScript());
        assertThat(script.statusCode()).as(script.body()).isEqualTo(201);
        byPages(ground.invitations(wave.id()).get("bob"));
        assertThat(ground.answering
                        .submits()
                        .submit(
                                ground.link(
                                        wave.id(), ground.invitations(wave.id()).get("eve")),
                                answers()))
                .isEqualTo(Receipt.RECEIVED);
        assertThat(ground.count("SELECT count(DISTINCT octet_length(ciphertext)) FROM box.ballot"))
                .isEqualTo(1);
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        assertThat(ground
                        .owner
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT experience || importance || items FROM answers.response")
                                .mapTo(byte[].class)
                                .list())
                        .stream()
                        .map(Arrays::toString))
                .hasSize(3)
                .containsOnly(Arrays.toString(ofTheWeb()));
        assertThat(ground.verbatims.texts(wave.id()))
                .extracting(Verbatim::item, Verbatim::text)
                .containsExactlyInAnyOrderElementsOf(expectedTexts());
        assertThat(ground.verbatims.words(wave.id()))
                .hasSize(3)
                .allSatisfy(words -> assertThat(words.words()).containsExactly("fast", "warm"));
        // no table joins a note to what was rated
        assertThat(ground.dump("answers.response")).noneMatch(row -> row.contains("said to"));
    }

    @Test
    void whatAnItemDoesNotTakeIsNamedAndNothingIsKept() throws Exception {
        String wrong = """
                {"contact": "%s", "outcome": "completed", "answers": {"t0": {"experience": 4}}, "items":
                {"agree": 6, "likely": 11, "reason": "c", "seen": ["a", "a", "z"], "people": 501, "since": "+999999999-12-31",
                 "sales_words": ["one", "two", "three", "four"], "sentence": "%s", "missing": {"text": 1}}}""".formatted(ann, "x".repeat(301));
        HttpResponse<String> refused =
                ground.server.post("/api/waves/" + wave.id() + "/interviews", "consultant", wrong);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        new ObjectMapper()
                .readTree(refused.body())
                .get("errors")
                .forEach(error -> pointers.add(error.get("pointer").asText()));
        assertThat(pointers)
                .as(refused.body())
                .contains(
                        "/items/agree",
                        "/items/likely",
                        "/items/reason",
                        "/items/seen",
                        "/items/people",
                        "/items/since",
                        "/items/sales_words",
                        "/items/sentence",
                        "/items/missing");
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isZero();
    }

    /** What a note to a key says. */
    private static String note(String key) {
        return "said to " + key;
    }

    private String byScript() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode call = json.createObjectNode();
        call.put("contact", ann.toString()).put("outcome", "completed");
        for (FormTouchpoint touchpoint : FORM.pages().get(0).touchpoints()) {
            call.withObject("/answers/" + touchpoint.key()).put("experience", 4).put("importance", 5);
            call.withObject("/notes").put(touchpoint.key(), note(touchpoint.key()));
        }
        for (FormItem item : FORM.items()) {
            ItemAnswer answer = FormFixture.anAnswer(item);
            ArrayNode values = call.withObject("/items/" + item.key()).putArray("values");
            answer.values().forEach(values::add);
            if (!answer.other().isEmpty()) {
                call.withObject("/items/" + item.key()).put("other", answer.other());
            }
            call.withObject("/notes").put(item.key(), note(item.key()));
        }
        return json.writeValueAsString(call);
    }

    private void byPages(UUID invitation) {
        String call = "/waves/%s/calls/%s".formatted(wave.id(), invitation);
        HttpResponse<String> at = ground.server.submit(call + "/interview/start", "consultant", "");
        String cookie = at.headers().firstValue("Set-Cookie").orElseThrow();
        String held = cookie.substring(0, cookie.indexOf(';'));
        int pages = 0;
        while (!location(at).contains("page=review")) {
            assertThat(pages++).as(location(at)).isLessThan(20);
            String page = location(at).replaceAll(".*page=(\\d+).*", "$1");
            String shown = open(call, held, page);
            at = post(call, held, "page=" + page + "&version=" + version(shown) + fields(page, shown) + "&go=continue");
            assertThat(at.statusCode()).as(at.body()).isEqualTo(303);
        }
        // an answer that leads to a question of its page shows that page again
        assertThat(pages).isEqualTo(FORM.pages().size() + 1);
        String review = open(call, held, "review");
        assertThat(location(post(call, held, "go=submit&version=" + version(review))))
                .endsWith("/calls");
    }

    /** All that a page asks, and what was noted to it. */
    private static String fields(String number, String shown) {
        FormPage page = FORM.pages().get(Integer.parseInt(number) - 1);
        List<String> pairs = new ArrayList<>();
        for (FormTouchpoint touchpoint : page.touchpoints()) {
            pairs.add(touchpoint.experience().name() + "=4&"
                    + touchpoint.importance().name() + "=5");
            pairs.add(Heard.noteOfTouchpoint(touchpoint.position()) + "=" + encoded(note(touchpoint.key())));
        }
        for (FormItem item : page.items()) {
            if (!shown.contains("name=\"" + item.name())) {
                continue;
            }
            ItemAnswer answer = FormFixture.anAnswer(item);
            for (int i = 0; i < answer.values().size(); i++) {
                String name = item.kind() == ItemKind.WORDS ? item.name() + "_" + (i + 1) : item.name();
                pairs.add(name + "=" + encoded(answer.values().get(i)));
            }
            pairs.add(SentItem.otherField(item) + "=" + encoded(answer.other()));
            pairs.add(Heard.noteOf(item) + "=" + encoded(note(item.key())));
        }
        pairs.removeIf(pair -> pair.endsWith("="));
        return "&" + String.join("&", pairs);
    }

    private static Answers answers() {
        Answers answers = new Answers(new byte[] {4, 4, 4}, new byte[] {5, 5, 5});
        for (FormItem item : FORM.items()) {
            answers = answers.with(item, FormFixture.anAnswer(item));
        }
        return answers;
    }

    private static byte[] ofTheWeb() {
        byte[] items = new Slots(EVERYTHING).write(answers().items());
        byte[] all = new byte[6 + items.length];
        Arrays.fill(all, 0, 3, (byte) 4);
        Arrays.fill(all, 3, 6, (byte) 5);
        System.arraycopy(items, 0, all, 6, items.length);
        return all;
    }

    private static List<Tuple> expectedTexts() {
        List<Tuple> texts = new ArrayList<>();
        List<String> noted = new ArrayList<>(List.of("t0", "t1", "t2"));
        for (FormItem item : FORM.items()) {
            ItemAnswer answer = FormFixture.anAnswer(item);
            noted.add(item.key());
            if (item.kind() == ItemKind.SHORT_TEXT || item.kind() == ItemKind.LONG_TEXT) {
                texts.addAll(
                        Collections.nCopies(3, tuple(item.key(), answer.values().get(0))));
            }
            if (!answer.other().isEmpty()) {
                texts.addAll(Collections.nCopies(3, tuple(item.key() + ".other", answer.other())));
            }
        }
        for (String key : noted) {
            texts.addAll(Collections.nCopies(2, tuple(key, note(key))));
        }
        return texts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElseThrow();
    }

    private static String version(String page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]*)\"").matcher(page);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private String open(String call, String cookie, String page) {
        return ground.server
                .send(ground.server
                        .to(call + "/interview?page=" + page)
                        .header("Cookie", "session=consultant; " + cookie))
                .body();
    }

    private HttpResponse<String> post(String call, String cookie, String form) {
        return ground.server.send(ground.server
                .to(call + "/interview")
                .header("Cookie", "session=consultant; " + cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(TestServer.text("_csrf=" + TestServer.csrf("consultant") + "&" + form)));
    }
}
