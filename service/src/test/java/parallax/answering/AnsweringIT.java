package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.ballot.Ballot;
import parallax.ballot.BallotFeature;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.response.ResponseStore;
import parallax.study.WaveId;
import parallax.verbatim.VerbatimStore;
import parallax.web.LinkMisses;
import parallax.web.RefusedException;
import parallax.web.TestServer;

class AnsweringIT {

    private static final AnsweringSettings SETTINGS =
            new AnsweringSettings("Alder & Finch", "study@alderfinch.example", 90);

    @TempDir
    static Path keys;

    private static final List<Ballot> SEALED = Collections.synchronizedList(new ArrayList<>());
    private static final AtomicBoolean BOX_IS_BROKEN = new AtomicBoolean();
    private static StudyFixture.Shared study;
    private static BallotFeature ballots;
    private static ResponseStore responses;
    private static AskedForms forms;
    private static DraftService drafts;
    private static Instant missed = StudyFixture.NOW;
    private static SubmitService submits;
    private static TestServer server;

    private StudyFixture fixture;

    @BeforeAll
    static void startServer() {
        study = StudyFixture.shared(keys);
        Jdbi field = TestDatabase.shared().field();
        Admission admission = new RowAdmission(field);
        forms = new AskedForms(
                study.feature().engagements(),
                study.feature().waves(),
                SETTINGS,
                InstantSource.fixed(StudyFixture.NOW));
        drafts = new DraftService(field, study.feature().waves(), admission);
        responses = new ResponseStore(TestDatabase.shared().report());
        ballots = new BallotFeature(
                TestDatabase.shared(),
                study.files(),
                study.feature(),
                responses,
                new VerbatimStore(
                        TestDatabase.shared().count(), TestDatabase.shared().report(), new Random(2)),
                new Random(1));
        submits = new SubmitService(admission, drafts, forms, AnsweringIT::put, InstantSource.fixed(StudyFixture.NOW));
        AnsweringFlow flow =
                new AnsweringFlow(admission, drafts, submits, forms, SETTINGS, InstantSource.fixed(StudyFixture.NOW));
        ReferralFlow referrals = new ReferralFlow(admission, drafts, forms, SETTINGS);
        server = TestServer.start(
                jersey -> jersey.register(new AnsweringPages(flow, referrals, new LinkMisses(() -> missed))));
    }

    @Test
    void whoeverGuessesLinksIsSlowedDownAndAGoodLinkFromTheSameAddressIsServed() {
        missed = missed.plus(Duration.ofDays(1));
        for (int i = 0; i < 60; i++) {
            assertThat(server.get("/s/guess" + i).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> refused = server.get("/s/guess61");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 900);
        assertThat(server.get("/s/" + fixture.invite(Audience.CUSTOMER)).statusCode())
                .isEqualTo(200);
        missed = missed.plus(Duration.ofMinutes(15));
        assertThat(server.get("/s/guess62").statusCode()).isEqualTo(404);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void launch() {
        TestDatabase.clean();
        SEALED.clear();
        BOX_IS_BROKEN.set(false);
        fixture = new StudyFixture(study);
    }

    /** The real box, which may fail when all its work is done. */
    private static void put(Handle handle, WaveId wave, Ballot ballot) {
        ballots.box().put(handle, wave, ballot);
        if (BOX_IS_BROKEN.get()) {
            throw new IllegalStateException("the box is broken");
        }
        SEALED.add(ballot);
    }

    @Test
    void fiftyOpeningsOfALinkChangeNothing() {
        Respondent customer = customer();
        customer.answer(1, "x0=4", "continue");
        Map<String, String> before = StudyFixture.checksums();
        for (int i = 0; i < 50; i++) {
            assertThat(customer.open(i % 2 == 0 ? "" : "?page=5&check=1").statusCode())
                    .isEqualTo(200);
        }
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void headLooksAtALinkWithoutTouchingIt() {
        String token = fixture.invite(Audience.CUSTOMER);
        Map<String, String> before = StudyFixture.checksums();
        HttpResponse<String> head =
                server.send(server.to("/s/" + token).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void theFirstPageSaysWhoAsksWhyHowLongAndWhoSeesIt() {
        String page = customer().open("").body();
        assertThat(page)
                .contains("<title>Part 1 of 5: Discover – Your view of \u2068Northwind\u2069</title>")
                .contains("Independent study by <bdi>Alder &amp; Finch</bdi>")
                .contains("<bdi>Northwind</bdi> asked us")
                .contains("It takes about 6 minutes.")
                .contains(
                        "<bdi>Northwind</bdi> never receives your name with your answers; it sees groups of at least 5 people"
                                + " from 3 companies.")
                // 12 December, 7 days of grace, 90 days kept
                .contains("Names are deleted by 19 March 2027.")
                .contains("study@alderfinch.example");
        assertThat(page).doesNotContain("Okafor").doesNotContain("jane").doesNotContain("internal name");
        assertThat(page).doesNotContain("Baseline").doesNotContain(" checked");
    }

    @Test
    void theTeamsFormIsTheMirror() {
        String page =
                new Respondent(server, fixture.invite(Audience.SALES)).open("").body();
        assertThat(page)
                .contains("How customers see \u2068Northwind\u2069</title>")
                .contains("How do you think customers rate their experience with ")
                .contains("I can’t judge this")
                .doesNotContain("I did not encounter this")
                .contains("People in your team: 8. Your team’s average appears from 5 answers; colleagues may guess.");
    }

    @Test
    void aKeptPageIsTheSameCompressedAndShowsNobodysAnswers() throws Exception {
        String plain = customer().open("?page=2").body();
        String answered = fixture.invite(Audience.CUSTOMER);
        Respondent other = new Respondent(server, answered);
        other.answer(2, "x3=4", "anyway");
        assertThat(other.open("?page=2").body()).contains(" checked>");
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        server.to("/s/" + fixture.invite(Audience.CUSTOMER) + "?page=2")
                                .header("Accept-Encoding", "gzip, deflate")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8))
                .isEqualTo(plain)
                .doesNotContain(" checked>");
    }

    @Test
    void theFirstViewIsOneSmallRequestWithStrictHeaders() throws IOException {
        HttpResponse<String> page = customer().open("");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String style = page.body().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        assertThat(policy).contains("style-src 'self' 'sha256-" + sha256(style) + "'");
        assertThat(page.body()).doesNotContain(" style=");
        assertThat(page.body())
                .doesNotContain("stylesheet")
                .doesNotContain("<img")
                .doesNotContain("http");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body().split("<script", -1)).hasSize(2);
        String script = page.body().replaceFirst("(?s).*<script src=\"([^\"]+)\" defer></script>.*", "$1");
        int scriptBytes = gzipped(server.get(script).body());
        assertThat(scriptBytes).isLessThan(3 * 1024);
        assertThat(gzipped(page.body())).isLessThan(10 * 1024);
        assertThat(gzipped(page.body()) + scriptBytes).isLessThan(14 * 1024);
    }

    @Test
    void everyGroupHasTheWayOutLastAndNothingChosen() {
        String page = customer().open("").body();
        assertThat(page.split("<fieldset", -1)).hasSize(1 + 2 * 3);
        assertThat(page)
                .containsPattern("value=\"5\"><span>Very good</span></label>\\s*"
                        + "<label class=\"o na\"><input type=\"radio\" name=\"x0\" id=\"x0-na\" value=\"na\">"
                        + "<span>I did not encounter this</span></label>");
        // the page's rows are the whole answer: no digit stands among the scale words
        assertThat(page).doesNotContainPattern("<span>[^<]*[0-9][^<]*</span></label>");
    }

    @Test
    void openQuestionsArePointedOutOnceAPageAndNeverAgain() {
        Respondent customer = customer();
        HttpResponse<String> first = customer.answer(1, "x0=4&i0=5", "continue");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(location(first)).endsWith("?page=1&check=1#open");
        assertThat(customer.follow(first).body())
                .contains("Open questions: 4")
                .contains("Answer what you can, mark “I did not encounter this”, or continue without.")
                .contains("<title>Open questions: 4. Part 1 of 5")
                .contains("href=\"#x1-1\">Go to first open")
                .contains("value=\"anyway\">Continue anyway");
        assertThat(location(customer.answer(1, "x0=4&i0=5", "continue"))).endsWith("?page=2");
        assertThat(location(customer.answer(1, "x0=4", "continue"))).endsWith("?page=2");
    }

    @Test
    void continueAnywayGoesOnAtOnce() {
        assertThat(location(customer().answer(1, "", "anyway"))).endsWith("?page=2");
    }

    @Test
    void importanceOfWhatWasNotEncounteredIsOptional() {
        Respondent customer = customer();
        HttpResponse<String> reply = customer.answer(1, "x0=na&x1=na&x2=na", "continue");
        assertThat(location(reply)).endsWith("?page=2");
        assertThat(customer.open("?page=1").body()).contains("<span class=\"optional shown\">(optional)</span>");
    }

    @Test
    void enterWithoutAButtonContinues() {
        assertThat(location(customer().post("page=1&version=0&x0=na&x1=na&x2=na")))
                .endsWith("?page=2");
    }

    @Test
    void backKeepsWhatWasMarked() {
        Respondent customer = customer();
        customer.answer(1, "x0=4", "anyway");
        assertThat(location(customer.answer(2, questionsOf(2).get(0).name() + "=2", "back")))
                .endsWith("?page=1");
        assertThat(customer.open("?page=2").body())
                .contains("id=\"" + questionsOf(2).get(0).name() + "-2\" value=\"2\" checked>");
    }

    @Test
    void clearTakesOneAnswerAwayAndKeepsTheOthers() {
        Respondent customer = customer();
        HttpResponse<String> reply = customer.answer(1, "x0=4&i0=2", "clear-x0");
        assertThat(location(reply)).endsWith("?page=1#q-x0");
        assertThat(customer.follow(reply).body())
                .contains("id=\"i0-2\" value=\"2\" checked>")
                .doesNotContain("name=\"x0\" id=\"x0-4\" value=\"4\" checked");
    }

    @Test
    void theLinkOpensWhereQuestionsAreOpenOnAnyDevice() {
        Respondent customer = customer();
        customer.answer(1, all(1, "3"), "continue");
        assertThat(customer.open("").body())
                .contains("Part 2 of 5")
                .contains("Welcome back. Your earlier answers are here.");
    }

    @Test
    void allPagesAnsweredLeadToTheReviewAndOneBallot() {
        Respondent customer = customer();
        for (int page = 1; page <= 4; page++) {
            customer.answer(page, all(page, page == 2 ? "5" : "3"), "continue");
        }
        assertThat(customer.open("").body())
                .contains("Part 5 of 5: Check and send")
                .contains("All questions are answered.")
                .contains("After this nobody, including you, can open your answers again.");
        HttpResponse<String> sent = customer.post("page=5&go=submit");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(customer.open("").statusCode()).isEqualTo(404);
        assertThat(sent.body()).contains("Thank you. Your answers are received.");
        assertThat(customer.open("").body())
                .contains("Thank you. Your answers are received.")
                .contains("already received")
                .doesNotContain("type=\"radio\"");
        assertThat(StudyFixture.drafts()).isEmpty();
        byte[] experience = new byte[12];
        byte[] importance = new byte[12];
        IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(page -> questionsOf(page).stream().map(question -> Map.entry(page, question)))
                .forEach(entry -> (entry.getValue().name().startsWith("x") ? experience : importance)
                                [entry.getValue().position()] =
                        (byte) (entry.getKey() == 2 ? 5 : 3));
        assertThat(SEALED).singleElement().satisfies(ballot -> {
            assertThat(ballot.audience()).isEqualTo(Audience.CUSTOMER);
            assertThat(ballot.experience()).isEqualTo(experience);
            assertThat(ballot.importance()).isEqualTo(importance);
            assertThat(ballot.segments()).containsExactly(3);
            assertThat(ballot.numbers()).containsExactly(0, 0, 0);
        });
    }

    @Test
    void theReviewSaysWhatIsOpen() {
        Respondent customer = customer();
        customer.answer(1, "x0=4&x1=na", "anyway");
        assertThat(customer.open("?page=5").body())
                .contains("Open questions: 21. They may stay open.")
                .contains("answered: 2, open: 3")
                .contains("all open");
    }

    @Test
    void anEmptyFormIsNotSent() {
        Respondent customer = customer();
        HttpResponse<String> reply = customer.post("page=5&go=submit");
        assertThat(location(reply)).endsWith("?page=5&check=1#open");
        assertThat(customer.follow(reply).body()).contains("Nothing is answered yet");
        assertThat(StudyFixture.count("box.ballot")).isZero();
        assertThat(customer.open("").statusCode()).isEqualTo(200);
    }

    @Test
    void oneBallotComesOfManySubmitsAtOnce() throws Exception {
        Respondent customer = customer();
        customer.answer(1, "x0=4", "anyway");
        List<HttpResponse<String>> replies = atOnce(16, i -> customer.post("page=5&go=submit"));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(200));
        assertThat(StudyFixture.count("box.ballot")).isOne();
        assertThat(StudyFixture.drafts()).isEmpty();
        assertThat(customer.post("page=5&go=submit").statusCode()).isEqualTo(200);
        assertThat(StudyFixture.count("box.ballot")).isOne();
    }

    @Test
    void aSaveThatOverlapsASubmitLeavesNoDraftBehind() throws Exception {
        for (int round = 0; round < 10; round++) {
            Respondent customer = customer();
            customer.answer(1, "x0=4", "anyway");
            atOnce(
                    6,
                    i -> customer.post(
                            i == 3 ? "page=5&go=submit" : "page=1&version=1&go=anyway&x0=4&x1=" + (i % 5 + 1)));
            assertThat(StudyFixture.drafts()).isEmpty();
        }
        assertThat(StudyFixture.count("box.ballot")).isEqualTo(10);
    }

    @Test
    void anInvitationUsedAtTheLastMomentSealsNothing() {
        String token = fixture.invite(Audience.CUSTOMER);
        Admission rows = new RowAdmission(TestDatabase.shared().field());
        Admission usedMeanwhile = new Admission() {
            @Override
            public Optional<Admitted> find(String link) {
                return rows.find(link);
            }

            @Override
            public Optional<Entry> enter(String link, byte[] draftRow) {
                return rows.enter(link, draftRow);
            }

            @Override
            public Optional<Entry> enterAlone(Handle handle, String link, byte[] draftRow) {
                return rows.enterAlone(handle, link, draftRow);
            }

            @Override
            public void markStarted(Admitted admitted, Device device) {
                rows.markStarted(admitted, device);
            }

            @Override
            public void reached(Admitted admitted, int before, int page) {
                rows.reached(admitted, before, page);
            }

            @Override
            public void took(Admitted admitted, Duration time) {
                rows.took(admitted, time);
            }

            @Override
            public boolean complete(Handle handle, Admitted admitted) {
                rows.complete(handle, admitted);
                return rows.complete(handle, admitted);
            }

            @Override
            public void keep(Handle handle, Admitted admitted, Wish wish) {
                rows.keep(handle, admitted, wish);
            }

            @Override
            public void refer(Admitted admitted, Referral referral) {
                rows.refer(admitted, referral);
            }
        };
        SubmitService late = new SubmitService(
                usedMeanwhile, drafts, forms, AnsweringIT::put, InstantSource.fixed(StudyFixture.NOW));
        Answers answers = new Answers(new byte[] {3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, new byte[12]);
        assertThat(late.submit(token, answers)).isEqualTo(Receipt.ALREADY_RECEIVED);
        assertThat(StudyFixture.count("box.ballot")).isZero();
    }

    @Test
    void nothingIsHalfDoneWhenTheBoxRefuses() {
        Respondent customer = customer();
        customer.answer(1, "x0=4", "anyway");
        Map<String, String> before = StudyFixture.checksums();
        BOX_IS_BROKEN.set(true);
        assertThat(customer.post("page=5&go=submit").statusCode()).isEqualTo(500);
        assertThat(StudyFixture.checksums()).isEqualTo(before);
        BOX_IS_BROKEN.set(false);
        assertThat(customer.post("page=5&go=submit").statusCode()).isEqualTo(200);
        assertThat(StudyFixture.count("box.ballot")).isOne();
    }

    @Test
    void anOlderWindowIsToldAndKeepsWhatWasMarkedThere() {
        Respondent customer = customer();
        customer.post(Respondent.pageForm(1, 0, "x0=4", "anyway"));
        HttpResponse<String> older = customer.post(Respondent.pageForm(1, 0, "x0=2", "continue"));
        assertThat(older.statusCode()).isEqualTo(409);
        assertThat(older.body())
                .contains("<title>Error: Part 1 of 5")
                .contains("This page was changed in another window")
                .contains("id=\"x0-2\" value=\"2\" checked>");
        assertThat(customer.open("?page=1").body()).contains("id=\"x0-4\" value=\"4\" checked>");
        customer.post(Respondent.pageForm(1, Respondent.version(older), "x0=2", "anyway"));
        assertThat(customer.open("?page=1").body()).contains("id=\"x0-2\" value=\"2\" checked>");
    }

    @Test
    void aDoubleClickOnContinueIsNoConflict() {
        Respondent customer = customer();
        String form = Respondent.pageForm(1, 0, all(1, "4"), "continue");
        assertThat(customer.post(form).statusCode()).isEqualTo(303);
        assertThat(customer.post(form).statusCode()).isEqualTo(303);
    }

    @Test
    void twoWindowsOnTwoPagesDoNotMeet() {
        Respondent customer = customer();
        customer.post(Respondent.pageForm(1, 0, "x0=4", "anyway"));
        String onPageTwo = questionsOf(2).get(0).name();
        assertThat(customer.post(Respondent.pageForm(2, 0, onPageTwo + "=5", "anyway"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(customer.open("?page=1").body()).contains("id=\"x0-4\" value=\"4\" checked>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x0=0",
                "x0=6",
                "x0=1.5",
                "x0=x",
                "x0=-1",
                "x0=04",
                "x0=%204",
                "x0=NA",
                "x0=4&x0=4",
                "x0=1&x0=2",
                "i0=na",
                "x99=3",
                "segment=1",
                "role=owner",
                "_csrf=x",
                "x0=%3Cscript%3E",
                "version=7",
                "version=x",
                "page=1",
                "go=continue",
                "x0=%24%7B7*7%7D"
            })
    void whatNoPageCouldHaveSentIsRefusedAndNotStored(String wrong) {
        Respondent customer = customer();
        Map<String, String> before = StudyFixture.checksums();
        HttpResponse<String> reply = customer.post(Respondent.pageForm(1, 0, "x1=3&" + wrong, "continue"));
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("Error: ").doesNotContain("<script>");
        assertThat(StudyFixture.checksums()).isEqualTo(before);
    }

    @Test
    void aWrongAnswerIsNamedAtItsQuestionAndTheOthersAreKept() {
        HttpResponse<String> reply = customer().post(Respondent.pageForm(1, 0, "x0=6&i0=2", "continue"));
        String sentence = "“6” is none of the answers to “How good was your experience with the website?”. Choose one";
        assertThat(reply.body())
                .contains("<title>Error: Part 1 of 5: Discover")
                .contains("<a href=\"#x0-1\">" + sentence)
                .contains("<p class=\"error\" id=\"e-x0\">Error: " + sentence)
                .contains("id=\"i0-2\" value=\"2\" checked>");
    }

    @Test
    void tooMuchOrUnreadableIsRefusedOnAPage() {
        Respondent customer = customer();
        Map<String, String> before = StudyFixture.checksums();
        assertThat(customer.post("x0=" + "9".repeat(300_000)).statusCode()).isEqualTo(413);
        assertThat(customer.post("x0=" + "9".repeat(10 << 20)).statusCode()).isEqualTo(413);
        assertThat(customer.post("page=1&x0=%00").statusCode()).isBetween(400, 422);
        assertThat(customer.post("page=1&x0=%zz").statusCode()).isEqualTo(400);
        assertThat(customer.post("page=1&x0=%C3").statusCode()).isBetween(400, 422);
        assertThat(customer.post("").statusCode()).isEqualTo(422);
        assertThat(customer.post("page=99").statusCode()).isEqualTo(422);
        assertThat(server.send(server.to("/s/" + fixture.invite(Audience.CUSTOMER))
                                .header("Content-Type", "application/json")
                                .POST(TestServer.text("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(StudyFixture.drafts()).isEmpty();
        assertThat(StudyFixture.checksums().get("identity.draft")).isEqualTo(before.get("identity.draft"));
    }

    @Test
    void unknownLinksAllReadTheSame() {
        String token = fixture.invite(Audience.CUSTOMER);
        char last = token.charAt(10);
        List<String> wrong = List.of(
                token.substring(0, 10) + (last == 'x' ? 'y' : 'x') + token.substring(11),
                token.substring(0, 21),
                "x",
                "%F0%9F%98%80",
                "a".repeat(2000));
        for (String other : wrong) {
            HttpResponse<String> reply = server.get("/s/" + other);
            assertThat(reply.statusCode()).as(other).isEqualTo(404);
            assertThat(reply.body()).isEqualTo(server.get("/s/unknown").body());
            assertThat(new Respondent(server, other)
                            .post("page=1&version=0&go=continue&x0=4")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(server.get("/s/unknown").body())
                .contains("This link does not lead to a study")
                .contains("If the study has ended, its links no longer work.")
                .contains("study@alderfinch.example");
        assertThat(StudyFixture.drafts()).isEmpty();
    }

    @Test
    void whatAMailProgramHangsOnALinkIsForgiven() {
        String token = fixture.invite(Audience.CUSTOMER);
        new Respondent(server, token).answer(1, "x0=4", "anyway");
        for (String end : List.of(".", "%3E", ",", ")", "%22%3E.")) {
            assertThat(new Respondent(server, token + end).open("?page=1").body())
                    .contains("id=\"x0-4\" value=\"4\" checked>");
        }
        new Respondent(server, token + ".").answer(2, questionsOf(2).get(0).name() + "=1", "anyway");
        assertThat(StudyFixture.drafts()).hasSize(1);
    }

    @Test
    void aStoppedLinkReadsAsOneThatNeverWas() {
        String token = fixture.invite(Audience.CUSTOMER);
        TestDatabase.owner().useHandle(handle -> handle.execute("UPDATE identity.invitation SET state = 'stopped'"));
        assertThat(server.get("/s/" + token).body())
                .isEqualTo(server.get("/s/unknown").body());
        assertThat(new Respondent(server, token).post("page=5&go=submit").statusCode())
                .isEqualTo(404);
        assertThat(submits.submit(token, Answers.none(12))).isEqualTo(Receipt.UNKNOWN);
    }

    @Test
    void aClosedStudySaysSoToTheHolderOfALink() {
        Respondent customer = customer();
        customer.answer(1, "x0=4", "anyway");
        fixture.close();
        HttpResponse<String> page = customer.open("");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("This study has closed")
                .contains("If you sent your answers before: thank you, they were received and count.")
                .contains("If you did not press “Send my answers”, nothing you marked was sent")
                .contains("study@alderfinch.example");
        assertThat(customer.post("page=1&version=1&go=continue&x0=5").statusCode())
                .isEqualTo(404);
        assertThat(customer.post("page=5&go=submit").body()).contains("This study has closed");
        assertThat(StudyFixture.count("box.ballot")).isZero();
    }

    @Test
    void aDraftCannotBeReadWithoutItsLink() {
        String token = fixture.invite(Audience.CUSTOMER);
        new Respondent(server, token).answer(1, all(1, "4"), "continue");
        new Respondent(server, fixture.invite(Audience.CUSTOMER)).answer(1, "x0=1", "anyway");
        new Respondent(server, fixture.invite(Audience.CUSTOMER)).answer(1, "", "anyway");
        List<byte[]> drafts = StudyFixture.drafts();
        assertThat(drafts).hasSize(3).allSatisfy(draft -> {
            assertThat(draft).hasSameSizeAs(drafts.get(0));
            assertThat(new String(draft, StandardCharsets.ISO_8859_1))
                    .doesNotContain("\4\4\4")
                    .doesNotContain("\0\0\0\0\0\0");
        });
        int known = TestDatabase.owner()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*)
                        FROM identity.draft d
                        JOIN identity.invitation i ON d.id = i.token_hash OR d.xmin = i.xmin""").mapTo(Integer.class).one());
        assertThat(known).isZero();
    }

    @Test
    void aDraftThatWasTamperedWithStartsEmptyInAFriendlyWay() {
        Respondent customer = customer();
        customer.answer(1, "x0=4", "anyway");
        TestDatabase.owner()
                .useHandle(
                        handle -> handle.execute(
                                "UPDATE identity.draft SET ciphertext = set_byte(ciphertext, 40, 255 - get_byte(ciphertext, 40))"));
        HttpResponse<String> page = customer.open("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Your earlier answers cannot be opened any more.")
                .doesNotContain(" checked");
        customer.answer(1, "x0=2", "anyway");
        assertThat(customer.open("?page=1").body()).contains("id=\"x0-2\" value=\"2\" checked>");
    }

    @Test
    void answersGivenAsArraysAreHeldAgainstTheForm() {
        String token = fixture.invite(Audience.MARKETING);
        Answers right = new Answers(new byte[] {1, 2, 3, 4, 5, (byte) 255, 0, 0, 0, 0, 0, 1}, new byte[12]);
        for (Answers wrong : List.of(
                new Answers(new byte[] {6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, new byte[12]),
                new Answers(new byte[12], new byte[] {0, (byte) 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                new Answers(new byte[11], new byte[11]))) {
            assertThatThrownBy(() -> submits.submit(token, wrong)).isInstanceOf(RefusedException.class);
        }
        assertThat(submits.submit(token, Answers.none(12))).isEqualTo(Receipt.EMPTY);
        assertThat(submits.submit("unknown", right)).isEqualTo(Receipt.UNKNOWN);
        assertThat(submits.submit(token, right)).isEqualTo(Receipt.RECEIVED);
        assertThat(submits.submit(token, right)).isEqualTo(Receipt.ALREADY_RECEIVED);
        assertThat(SEALED).hasSize(1);
        assertThat(SEALED.get(0).audience()).isEqualTo(Audience.MARKETING);
        assertThat(SEALED.get(0).experience()).isEqualTo(right.experience());
        String late = fixture.invite(Audience.SALES);
        fixture.close();
        assertThat(submits.submit(late, right)).isEqualTo(Receipt.CLOSED);
    }

    @Test
    void whatWasAnsweredIsWhatIsCounted() {
        customer().answer(1, "x0=4&i0=5&x1=na", "anyway");
        Respondent seller = new Respondent(server, fixture.invite(Audience.SALES));
        seller.answer(1, "x0=2&i2=1", "anyway");
        Respondent marketer = new Respondent(server, fixture.invite(Audience.MARKETING));
        marketer.answer(1, "x0=5", "anyway");
        seller.post("page=5&go=submit");
        marketer.post("page=5&go=submit");
        fixture.close();
        ballots.counting().countAll(fixture.wave.id());
        List<String> counted = Collections.synchronizedList(new ArrayList<>());
        responses.stream(
                fixture.wave.id(),
                response -> counted.add("%s x%s i%s"
                        .formatted(
                                response.audience().code(),
                                HexFormat.of().formatHex(response.experience()),
                                HexFormat.of().formatHex(response.importance()))));
        // the customer never submitted
        assertThat(counted)
                .containsExactlyInAnyOrder(
                        "sales x020000000000000000000000 i000001000000000000000000",
                        "marketing x050000000000000000000000 i000000000000000000000000");
    }

    private Respondent customer() {
        return new Respondent(server, fixture.invite(Audience.CUSTOMER));
    }

    private List<FormQuestion> questionsOf(int page) {
        FormPage form = Form.of(study.feature().waves().questionnaire(fixture.wave), Audience.CUSTOMER, "en")
                .pages()
                .get(page - 1);
        return form.questions();
    }

    private String all(int page, String value) {
        return String.join(
                "&",
                questionsOf(page).stream()
                        .map(question -> question.name() + "=" + value)
                        .toList());
    }

    private static String location(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static <T> List<T> atOnce(int threads, IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
