package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.ballot.BallotFeature;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Slots;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.verbatim.ThreeWords;
import parallax.verbatim.Verbatim;
import parallax.verbatim.VerbatimStore;
import parallax.web.LinkMisses;
import parallax.web.TestServer;

/** Forms with items of every kind: asked, kept, sent, counted. */
class ItemsIT {

    private static final AnsweringSettings SETTINGS =
            new AnsweringSettings("Alder & Finch", "study@alderfinch.example", 90);
    private static final Questionnaire EVERYTHING = FormFixture.everyKind();

    @TempDir
    static Path keys;

    private static StudyFixture.Shared study;
    private static BallotFeature ballots;
    private static ResponseStore responses;
    private static VerbatimStore verbatims;
    private static SubmitService submits;
    private static TestServer server;

    private StudyFixture fixture;

    @BeforeAll
    static void startServer() {
        study = StudyFixture.shared(keys);
        Jdbi field = TestDatabase.shared().field();
        Admission admission = new RowAdmission(field);
        AskedForms forms = new AskedForms(
                study.feature().engagements(),
                study.feature().waves(),
                SETTINGS,
                InstantSource.fixed(StudyFixture.NOW));
        DraftService drafts = new DraftService(field, study.feature().waves(), admission);
        responses = new ResponseStore(TestDatabase.shared().report());
        verbatims = new VerbatimStore(
                TestDatabase.shared().count(), TestDatabase.shared().report(), new Random(2));
        ballots = new BallotFeature(
                TestDatabase.shared(), study.files(), study.feature(), responses, verbatims, new Random(1));
        submits =
                new SubmitService(admission, drafts, forms, ballots.box()::put, InstantSource.fixed(StudyFixture.NOW));
        AnsweringFlow flow =
                new AnsweringFlow(admission, drafts, submits, forms, SETTINGS, InstantSource.fixed(StudyFixture.NOW));
        ReferralFlow referrals = new ReferralFlow(admission, drafts, forms, SETTINGS);
        server = TestServer.start(
                jersey -> jersey.register(new AnsweringPages(flow, referrals, new LinkMisses(() -> StudyFixture.NOW))));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void launch() {
        TestDatabase.clean();
        fixture = StudyFixture.asking(study, EVERYTHING);
    }

    @Test
    void aWholeFormIsSentAndCountedIntoCodesAndTextsThatNothingJoins() {
        Respondent customer = customer();
        rate(customer, "4");
        customer.answer(2, fields(2), "continue");
        customer.answer(3, fields(3), "continue");
        customer.answer(4, fields(4), "continue");
        customer.answer(5, fields(5), "continue");
        HttpResponse<String> review = customer.open("");
        assertThat(review.body()).contains("Part 6 of 6: Check and send").contains("All questions are answered.");
        assertThat(customer.post("page=6&go=submit").statusCode()).isEqualTo(200);
        close();

        Slots slots = new Slots(EVERYTHING);
        assertThat(counted()).singleElement().satisfies(response -> {
            for (FormItem item : items()) {
                ItemAnswer given = FormFixture.anAnswer(item);
                ItemAnswer expected = item.kind().isText() ? ItemAnswer.NONE : new ItemAnswer(given.values(), "");
                assertThat(slots.read(response.items(), item.position()))
                        .as(item.key())
                        .isEqualTo(expected);
            }
        });
        // the language of so few people is not told
        assertThat(verbatims.texts(fixture.wave.id()))
                .extracting(Verbatim::item, Verbatim::language, Verbatim::text)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("why", "", "Line one\nline two"),
                        org.assertj.core.groups.Tuple.tuple("missing", "", "Line one\nline two"),
                        org.assertj.core.groups.Tuple.tuple("sentence", "", "They listen."),
                        org.assertj.core.groups.Tuple.tuple("seen.other", "", "a fair"));
        assertThat(verbatims.words(fixture.wave.id()))
                .singleElement()
                .extracting(ThreeWords::item, ThreeWords::words)
                .containsExactly("sales_words", List.of("fast", "warm"));
    }

    @Test
    void noTextSharesAnIdATransactionOrAnOrderWithAResponse() {
        List<String> names = new ArrayList<>();
        for (int person = 0; person < 30; person++) {
            String token = fixture.invite(Audience.CUSTOMER);
            String marked = "person " + person;
            names.add(marked);
            Answers answers = new Answers(new byte[] {(byte) (1 + person % 5), 3, 3}, new byte[3])
                    .with(item("reason"), ItemAnswer.of("a"))
                    .with(item("people"), ItemAnswer.of(Integer.toString(person)))
                    .with(item("why"), ItemAnswer.of(marked))
                    .with(item("missing"), ItemAnswer.of(marked + " misses this"));
            assertThat(submits.submit(token, answers)).isEqualTo(Receipt.RECEIVED);
        }
        close();
        Map<String, Integer> joined = new LinkedHashMap<>();
        String rows = "(SELECT *, xmin::text AS x, row_number() OVER (ORDER BY ctid) AS place,"
                + " row_number() OVER (ORDER BY id) AS rank FROM answers.%s)";
        for (String by : List.of("v.id = r.id", "v.x = r.x", "v.place = r.place", "v.rank = r.rank")) {
            List<Map<String, Object>> pairs = TestDatabase.owner()
                    .withHandle(handle -> handle.createQuery("SELECT v.text, r.items FROM "
                                    + rows.formatted("verbatim") + " v JOIN " + rows.formatted("response") + " r ON "
                                    + by + " WHERE v.item = 'why'")
                            .mapToMap()
                            .list());
            joined.put(by, (int) pairs.stream()
                    .filter(pair -> ("person " + number((byte[]) pair.get("items"))).equals(pair.get("text")))
                    .count());
        }
        assertThat(joined.get("v.id = r.id")).isZero();
        assertThat(joined.get("v.x = r.x")).isZero();
        // one right by chance, a variance of one: six deviations above
        assertThat(joined.get("v.place = r.place")).isLessThan(8);
        assertThat(joined.get("v.rank = r.rank")).isLessThan(8);
        assertThat(verbatims.texts(fixture.wave.id()))
                .extracting(Verbatim::text)
                .containsAll(names)
                .hasSize(60);
        assertThat(columns("verbatim"))
                .containsExactlyInAnyOrder("id", "wave_id", "audience", "item", "language", "text");
        assertThat(columns("three_words"))
                .containsExactlyInAnyOrder("id", "wave_id", "audience", "item", "language", "words");
    }

    private static String number(byte[] items) {
        Slots slots = new Slots(EVERYTHING);
        return String.join("", slots.read(items, item("people").position()).values());
    }

    private static List<String> columns(String table) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT column_name FROM information_schema.columns"
                                + " WHERE table_schema = 'answers' AND table_name = ?")
                        .bind(0, table)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void anItemIsAskedOnlyWhereAnswersLeadToItAndAPageWithoutAnyIsSkipped() {
        Respondent customer = customer();
        assertThat(customer.open("?page=2").body()).contains("Part 2 of 6").doesNotContain("name=\"q3\"");
        // no touchpoint of Sales was met: its three words are no part of this form
        customer.answer(1, "x0=na&x1=3&x2=3", "anyway");
        assertThat(customer.open("?page=2").body()).contains("Part 2 of 5");
        assertThat(customer.answer(3, "", "anyway")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("?page=5");
        assertThat(customer.open("?page=4").body()).contains("Part 4 of 5: One last question");
    }

    @Test
    void anAnswerThatLeadsToAQuestionOfThePageShowsItBeforeTheNextPage() {
        Respondent customer = customer();
        HttpResponse<String> reply = customer.post("page=2&version=0&go=continue&shown=0.1.2&q2=a");
        assertThat(reply.headers().firstValue("Location").orElse("")).endsWith("?page=2");
        assertThat(customer.follow(reply).body()).contains("name=\"q3\"").contains("value=\"0.1.2.3\"");
        assertThat(customer.post("page=2&version=1&go=anyway&shown=0.1.2.3&q2=a&q3=because")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("?page=3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q3=x",
                "q0=6",
                "q0=0",
                "q1=11",
                "q1=-1",
                "q1=1.5",
                "q1=1e3",
                "q2=c",
                "q2=a&q2=b",
                "q2=other&q2_other=" + "%C3%A9",
                "q99=1",
                "q2_1=x",
                "shown=x",
                "q0_other=x"
            })
    void whatNoItemOfThePageTakesIsRefusedAndNotStored(String wrong) {
        Respondent customer = customer();
        Map<String, String> before = StudyFixture.checksums();
        HttpResponse<String> reply = customer.post(Respondent.pageForm(2, 0, wrong, "continue"));
        if (wrong.startsWith("q2=other")) {
            assertThat(reply.statusCode()).as("what an item takes").isEqualTo(303);
            return;
        }
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("Error: ");
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q5=501",
                "q5=-1",
                "q5=x",
                "q5=1.5",
                "q5=99999999999",
                "q6=2026-02-30",
                "q6=31.3.2026",
                "q6=0001-01-01"
            })
    void aNumberOrDayOutOfRangeIsNamedAtItsFieldAndWhatWasTypedStays(String wrong) {
        HttpResponse<String> reply = customer().post(Respondent.pageForm(3, 0, "q4=a&" + wrong, "continue"));
        String name = wrong.substring(0, 2);
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body())
                .contains("<a href=\"#" + name + "\">")
                .contains("id=\"e-" + name + "\"")
                .contains("value=\"" + wrong.substring(3) + "\"")
                .contains("id=\"q4-a\" value=\"a\" checked");
    }

    @Test
    void hostileTextsAreShownLiterallyKeptOnceAndNeverA500() {
        List<String> hostile = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "${7*7} #{7*7} <#assign x='freemarker.template.utility.Execute'?new()> {{7*7}} %{7*7}",
                "{client} {consultancy}",
                "'; DROP TABLE answers.verbatim; --",
                "=HYPERLINK(\"http://evil\")",
                "a\u0301".repeat(3) + "\u0301".repeat(100),
                "\u202Egnirts\u202C \u2066x\u2069 \u200B\uFEFF",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67");
        for (String text : hostile) {
            Respondent customer = customer();
            HttpResponse<String> saved = customer.post(
                    Respondent.pageForm(5, 0, "q9=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "anyway"));
            assertThat(saved.statusCode()).as(text).isEqualTo(303);
            assertThat(customer.open("?page=5").body())
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src")
                    .doesNotContain(">49");
            assertThat(customer.post("page=6&go=submit").statusCode()).isEqualTo(200);
        }
        close();
        List<String> kept =
                verbatims.texts(fixture.wave.id()).stream().map(Verbatim::text).toList();
        assertThat(kept)
                .hasSize(hostile.size())
                .contains(hostile.get(0), hostile.get(2), hostile.get(3), hostile.get(8));
        assertThat(kept)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]"));
        assertThat(kept).noneMatch(text -> text.contains("\u0301".repeat(10)));
    }

    @Test
    void textsNoDatabaseHoldsOrTooLongAreRefused() {
        Respondent customer = customer();
        assertThat(customer.post("page=5&version=0&go=continue&q9=%00").statusCode())
                .isEqualTo(422);
        assertThat(customer.post("page=5&version=0&go=continue&q9=a%07b").statusCode())
                .isEqualTo(422);
        assertThat(customer.post("page=5&version=0&go=continue&q9=%ED%A0%80").statusCode())
                .isEqualTo(400);
        HttpResponse<String> long_ = customer.post("page=5&version=0&go=continue&q9=" + "x".repeat(1001));
        assertThat(long_.statusCode()).isEqualTo(422);
        assertThat(long_.body()).contains("Most characters allowed: 1000").contains("x".repeat(1001));
        assertThat(StudyFixture.drafts()).isEmpty();
        assertThat(customer.post("page=5&version=0&go=anyway&q9=" + "x".repeat(1000))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void answersThatAreNotAskedAnyMoreDoNotGoWithTheBallotAndComeBackWithTheirReason() {
        Respondent customer = customer();
        rate(customer, "4");
        customer.answer(2, "q2=a&q3=secret", "anyway");
        customer.answer(2, "q2=b", "anyway");
        assertThat(customer.open("?page=2").body()).doesNotContain("secret");
        customer.answer(2, "shown=0.1.2&q2=a", "anyway");
        assertThat(customer.open("?page=2").body()).contains("secret");
        customer.post("page=2&version=9&go=anyway&shown=0.1.2.3&q2=b&q3=secret");
        customer.post("page=6&go=submit");
        close();
        assertThat(verbatims.texts(fixture.wave.id())).isEmpty();
        assertThat(counted())
                .singleElement()
                .satisfies(response -> assertThat(new Slots(EVERYTHING).read(response.items(), 2))
                        .isEqualTo(ItemAnswer.of("b")));
    }

    @Test
    void theLanguageIsTheContactsThenTheChosenOneAndGoesWithTheTexts() {
        Respondent customer = new Respondent(server, fixture.invite(Audience.CUSTOMER, "ar"));
        String page = customer.open("?page=5").body();
        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains(
                        "<button form=\"answers\" name=\"go\" value=\"language-en\" lang=\"en\" dir=\"ltr\">English</button>");
        HttpResponse<String> switched = customer.post("page=5&version=0&shown=9&go=language-en&q9=typed");
        assertThat(switched.headers().firstValue("Location").orElse("")).endsWith("?page=5");
        assertThat(customer.follow(switched).body())
                .contains("<html lang=\"en\" dir=\"ltr\">")
                .contains("typed</textarea>");
        assertThat(customer.open("?colleague=1").body()).contains("<html lang=\"en\" dir=\"ltr\">");
        assertThat(customer.post("page=6&language=en&go=submit").body()).contains("Thank you.");
        Respondent arab = new Respondent(server, fixture.invite(Audience.CUSTOMER, "ar"));
        arab.post("page=5&version=0&go=anyway&q9=x");
        arab.post("page=6&go=submit");
        // not closed: then the languages of two would not be told
        ballots.counting().countAll(fixture.wave.id());
        assertThat(verbatims.texts(fixture.wave.id()))
                .extracting(Verbatim::language)
                .containsExactlyInAnyOrder("en", "ar");
    }

    @Test
    void aContactWhoseLanguageIsNotAskedGetsTheOneTheBrowserAsksFor() {
        String token = fixture.invite(Audience.CUSTOMER, "ja");
        assertThat(server.send(server.to("/s/" + token)
                                .header("Accept-Language", "pt;q=0.9, ar-EG;q=0.8, en;q=0.5")
                                .GET())
                        .body())
                .contains("<html lang=\"ar\"");
        assertThat(server.send(server.to("/s/unknown")
                                .header("Accept-Language", "de-AT")
                                .GET())
                        .body())
                .contains("<html lang=\"de\"");
    }

    @Test
    void aPageSavesAsItGoesAndALateSaveIsOlder() {
        Respondent customer = customer();
        assertThat(customer.post("page=1&version=0&go=save&x0=2").statusCode()).isEqualTo(204);
        assertThat(customer.post("page=1&version=1&go=save&x0=3").statusCode()).isEqualTo(204);
        assertThat(customer.post("page=1&version=0&go=save&x0=2").statusCode()).isEqualTo(409);
        assertThat(customer.post("page=1&version=0&go=save&x0=9").statusCode()).isEqualTo(422);
        assertThat(customer.open("?page=1").body())
                .contains("id=\"x0-3\" value=\"3\" checked")
                .contains("name=\"version\" value=\"2\"");
        customer.post("page=6&go=submit");
        HttpResponse<String> after = customer.post("page=1&version=2&go=save&x0=5");
        assertThat(after.statusCode()).isEqualTo(404);
        assertThat(StudyFixture.drafts()).isEmpty();
    }

    @Test
    void aWishStandsWithThePersonAndNeverWithTheAnswers() {
        Respondent customer = customer();
        rate(customer, "4");
        customer.post("page=6&go=back&results=1&contact=Call+me+about+prices");
        assertThat(customer.open("?page=6").body())
                .contains("name=\"results\" value=\"1\" checked")
                .contains("Call me about prices</textarea>");
        assertThat(customer.post("page=6&language=en&go=submit&contact=" + "x".repeat(301))
                        .statusCode())
                .isEqualTo(422);
        assertThat(customer.post("page=6&language=en&go=submit&results=1&contact=Call+me&comment=Nice")
                        .statusCode())
                .isEqualTo(200);
        close();
        assertThat(StudyFixture.count("identity.wish WHERE results AND contact = 'Call me' AND comment = 'Nice'"))
                .isOne();
        assertThat(verbatims.texts(fixture.wave.id())).isEmpty();
        Respondent silent = new Respondent(server, fixture.invite(Audience.SALES));
        assertThat(silent.open("?page=6").body()).doesNotContain("name=\"contact\"");
    }

    @Test
    void aWishSentWithoutAnyAnswerIsKeptForWhenThereAreSome() {
        Respondent customer = customer();
        HttpResponse<String> reply =
                customer.post("page=6&language=en&go=submit&results=1&contact=Call+me&comment=Nice");
        assertThat(reply.headers().firstValue("Location").orElse("")).endsWith("?page=6&check=1#open");
        assertThat(customer.follow(reply).body())
                .contains("Nothing is answered yet")
                .contains("name=\"results\" value=\"1\" checked")
                .contains("Call me</textarea>")
                .contains("Nice</textarea>");
        assertThat(StudyFixture.count("box.ballot")).isZero();
        assertThat(StudyFixture.count("identity.wish")).isZero();
    }

    @Test
    void anEmptyFormWithoutAWishStoresNothing() {
        Respondent customer = customer();
        Map<String, String> before = StudyFixture.checksums();
        assertThat(customer.post("page=6&language=en&go=submit").statusCode()).isEqualTo(303);
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void thanksSayWhatHappensNext() {
        Respondent customer = customer();
        rate(customer, "4");
        String sent = "page=6&language=en&go=submit&results=1&contact=Call+me";
        assertThat(customer.post(sent).body())
                .contains("The study closes on 12 December 2026.")
                .contains("We will send you the main results.")
                .contains("We will pass your request on.")
                .contains("You can close this page.");
        // the second one keeps no wish, so it promises nothing
        assertThat(customer.post(sent).body())
                .contains("The study closes on 12 December 2026.")
                .doesNotContain("We will send you")
                .doesNotContain("We will pass");
        Respondent silent = customer();
        rate(silent, "4");
        assertThat(silent.post("page=6&language=en&go=submit").body()).doesNotContain("We will");
    }

    @Test
    void namesStandApartFromWhatIsAroundThem() {
        String customer = new Respondent(server, fixture.invite(Audience.CUSTOMER, "ar"))
                .open("")
                .body();
        assertThat(customer).contains("<bdi>Northwind</bdi>").contains("<bdi>Alder &amp; Finch</bdi>");
        String main = customer.substring(customer.indexOf("<body>"));
        // nowhere without, and no mark is left where an element can stand
        assertThat(main.replace("<bdi>Northwind</bdi>", "")).doesNotContain("Northwind");
        assertThat(main).doesNotContain("\u2068", "\u2069");
        assertThat(customer).containsPattern("<title>[^<]*\u2068Northwind\u2069[^<]*</title>");
    }

    @Test
    void acolleagueIsNamedAndOnlyByCustomers() {
        String token = fixture.invite(Audience.CUSTOMER);
        Respondent customer = new Respondent(server, token);
        assertThat(customer.open("").body()).contains("href=\"?colleague=1\"");
        Map<String, String> before = StudyFixture.checksums();
        assertThat(customer.open("?colleague=1").statusCode()).isEqualTo(200);
        assertThat(name(token, "name=&mail=nobody").statusCode()).isEqualTo(422);
        assertThat(name(token, "name=Ann&mail=a%40b.example%2Cc%40d.example").statusCode())
                .isEqualTo(422);
        assertThat(name(token, "name=Ann&mail=a%40b.example%0D%0ABcc%3Ax%40y.example")
                        .statusCode())
                .isEqualTo(422);
        assertThat(StudyFixture.checksums()).isEqualTo(before);
        assertThat(name(token, "name=Ann+Lee&mail=ann%40customer.example").body())
                .contains("Thank you for the suggestion");
        assertThat(StudyFixture.count("identity.referral WHERE name = 'Ann Lee' AND email = 'ann@customer.example'"))
                .isOne();
        assertThat(name(fixture.invite(Audience.SALES), "name=Ann&mail=ann%40customer.example")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/s/unknown?colleague=1").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> name(String token, String form) {
        return server.send(server.to("/s/" + token + "?colleague=1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void draftsAndBallotsAreAsLongWhateverWasWritten() {
        Respondent silent = customer();
        rate(silent, "4");
        Respondent loud = customer();
        loud.post("page=5&version=0&go=anyway&q9=" + "%F0%9F%98%80".repeat(1000));
        assertThat(StudyFixture.drafts())
                .hasSize(2)
                .extracting(draft -> draft.length)
                .containsOnly(StudyFixture.drafts().get(0).length);
        silent.post("page=6&go=submit");
        loud.post("page=6&go=submit");
        List<Integer> sizes = TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT DISTINCT octet_length(ciphertext) FROM box.ballot")
                        .mapTo(Integer.class)
                        .list());
        assertThat(sizes).hasSize(1).allMatch(size -> size % 4096 == 0);
    }

    private void close() {
        fixture.close();
        ballots.counting().countAll(fixture.wave.id());
    }

    private List<Response> counted() {
        List<Response> all = new ArrayList<>();
        responses.stream(fixture.wave.id(), all::add);
        return all;
    }

    private Respondent customer() {
        return new Respondent(server, fixture.invite(Audience.CUSTOMER));
    }

    private static void rate(Respondent customer, String rating) {
        customer.answer(1, "x0=%1$s&i0=%1$s&x1=%1$s&i1=%1$s&x2=%1$s&i2=%1$s".formatted(rating), "continue");
    }

    private static List<FormItem> items() {
        return Form.of(EVERYTHING, Audience.CUSTOMER, "en").items();
    }

    private static FormItem item(String key) {
        return items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** An answer to every item of a page, as a browser sends them. */
    private static String fields(int page) {
        Map<String, String> fields = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        for (FormItem item : Form.of(EVERYTHING, Audience.CUSTOMER, "en")
                .pages()
                .get(page - 1)
                .items()) {
            ItemAnswer answer = FormFixture.anAnswer(item);
            for (int i = 0; i < answer.values().size(); i++) {
                String name = item.kind() == ItemKind.WORDS ? item.name() + "_" + (i + 1) : item.name();
                pairs.add(name + "=" + URLEncoder.encode(answer.values().get(i), StandardCharsets.UTF_8));
            }
            if (!answer.other().isEmpty()) {
                fields.put(item.name() + "_other", answer.other());
            }
        }
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return pairs.stream().collect(Collectors.joining("&"));
    }
}
