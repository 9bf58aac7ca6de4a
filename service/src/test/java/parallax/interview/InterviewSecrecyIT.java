package parallax.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.answering.Answers;
import parallax.interview.InterviewGround.Person;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.web.IdempotencyStore;
import parallax.web.TestServer;

/** Whoever holds the database cannot tell what was said on the phone, nor which answers were. */
class InterviewSecrecyIT {

    private static final int PEOPLE = 60;

    private final InterviewGround ground = new InterviewGround();
    private final List<UUID> contacts = new ArrayList<>();
    private Wave wave;

    @BeforeEach
    void launch() {
        Engagement engagement = ground.study.engagement();
        for (int i = 0; i < PEOPLE; i++) {
            contacts.add(ground.add(engagement, Person.customer("person%02d".formatted(i), "Europe/Berlin")));
        }
        ground.add(engagement, new Person("seller", Audience.SALES, "seller@n.example", null, null));
        wave = ground.launched(engagement);
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    void nothingStoredJoinsWhatWasSaidOnThePhoneToAPerson() {
        for (int i = 0; i < PEOPLE; i++) {
            if (i % 2 == 0) {
                assertThat(byPhone(i).statusCode()).isEqualTo(201);
            } else {
                UUID invitation = ground.invitations(wave.id()).get("person%02d".formatted(i));
                ground.answering.submits().submit(ground.link(wave.id(), invitation), answers(i));
            }
            ground.ballots.counting().countWhereEnoughWait();
        }
        long counted = ground.count("SELECT count(*) FROM answers.response");
        assertThat(counted).isBetween(20L, (long) PEOPLE - 10);
        requireApart();
        ground.fieldwork.closing().close(StudyFixture.CONSULTANT, wave.id());
        assertThat(ground.count("SELECT count(*) FROM answers.response")).isEqualTo(PEOPLE);
        requireApart();
        assertThat(ground.count("SELECT count(*) FROM identity.invitation WHERE by_phone OR last_call IS NOT NULL"))
                .isZero();
        assertThat(ground.dump("identity.phone_call")).isEmpty();
        assertThat(ground.dump("identity.interview_draft")).isEmpty();
        assertThat(ground.dump("study.wave_mode")).contains("(%s,customer,30,30,0,0)".formatted(wave.id()));
        // who was interviewed is not in the audit either
        assertThat(ground.study.audit())
                .filteredOn(entry -> entry.contains(" interview."))
                .hasSize(PEOPLE / 2)
                .containsOnly("The consultant interview.submit " + wave.id());
    }

    /** No row about people was written together with an answer, holds one, or names one; no answer says how it came. */
    private void requireApart() {
        List<String> people = List.of(
                "identity.invitation",
                "identity.phone_call",
                "identity.interview_draft",
                "identity.contact",
                "study.wave_mode");
        for (String table : people) {
            assertThat(ground.count(
                            "SELECT count(*) FROM answers.response r JOIN %s p ON p.xmin = r.xmin".formatted(table)))
                    .as(table)
                    .isZero();
            for (int i = 0; i < PEOPLE; i++) {
                String said = HexFormat.of().formatHex(answers(i).experience());
                assertThat(ground.dump(table)).as(table).noneMatch(row -> row.contains(said));
            }
        }
        assertThat(ground.count("""
                                SELECT count(*)
                                FROM information_schema.columns
                                WHERE table_schema IN ('answers', 'box')
                                  AND (column_name LIKE '%phone%' OR column_name LIKE '%mode%' OR column_name LIKE '%\\_at')
                                """)).isZero();
        assertThat(ground.count("SELECT count(DISTINCT octet_length(ciphertext)) FROM box.ballot"))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void anInterviewUnderWayOpensInItsBrowserForItsInterviewerAlone() throws Exception {
        UUID invitation = ground.invitations(wave.id()).get("person00");
        String call = "/waves/%s/calls/%s".formatted(wave.id(), invitation);
        HttpResponse<String> started = ground.server.submit(call + "/interview/start", "consultant", "");
        assertThat(started.statusCode()).isEqualTo(303);
        String cookie = started.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("Path=" + call)
                .contains("HttpOnly")
                .contains("Secure")
                .contains("SameSite=Strict");
        String held = cookie.substring(0, cookie.indexOf(';'));
        assertThat(post(call, "consultant", held, "page=1&x0=4&i0=5&go=continue")
                        .statusCode())
                .isEqualTo(303);
        assertThat(open(call, "consultant", held)).contains("name=\"x0\" value=\"4\" checked");
        // a colleague at the same browser, and the same interviewer at another one
        assertThat(open(call, "owner", held)).isEmpty();
        assertThat(open(call, "consultant", "interview=guess")).isEmpty();
        assertThat(ground.dump("identity.interview_draft"))
                .singleElement()
                .asString()
                .doesNotContain(HexFormat.of().formatHex("\"x0\"".getBytes(StandardCharsets.UTF_8)));
        // all key files together find nothing: neither the link's key nor the person's id leads to it
        byte[] byLink = KeyFiles.draftCipher(ground.link(wave.id(), invitation)).rowId();
        assertThat(ground.dump("identity.interview_draft"))
                .noneMatch(row -> row.contains(HexFormat.of().formatHex(byLink)));
        // the person answers on the web meanwhile
        ground.answering.submits().submit(ground.link(wave.id(), invitation), answers(1));
        assertThat(send(call, "consultant", held).statusCode()).isEqualTo(409);
        assertThat(post(call, "consultant", held, "page=1&x0=4&i0=5&go=continue")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isEqualTo(1);
    }

    @Test
    void aPageTakesOnlyWhatItAsksAndKeepsTheRest() throws Exception {
        UUID invitation = ground.invitations(wave.id()).get("person00");
        String call = "/waves/%s/calls/%s".formatted(wave.id(), invitation);
        HttpResponse<String> started = ground.server.submit(call + "/interview/start", "consultant", "");
        String cookie = started.headers().firstValue("Set-Cookie").orElseThrow();
        String held = cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> wrong = post(call, "consultant", held, "page=1&x0=9&i0=5&role=owner");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("takes one of its answers. Choose one.")
                .contains("a field that this page does not ask")
                .contains("name=\"i0\" value=\"5\" checked");
        assertThat(open(call, "consultant", held))
                .doesNotContain("name=\"x0\" value=\"9\"")
                .contains("name=\"i0\" value=\"5\" checked");
        String now = version(open(call, "consultant", held));
        HttpResponse<String> empty = post(call, "consultant", held, "page=1&go=continue&version=" + now);
        assertThat(empty.statusCode()).isEqualTo(303);
        HttpResponse<String> nothing = post(call, "consultant", held, "go=submit");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Nothing was answered yet.");
        HttpResponse<String> past =
                ground.server.submit(call + "/appointment", "consultant", "day=2030-11-05&time=09:59");
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("This has passed where they are.").contains("value=\"09:59\"");
        HttpResponse<String> kept =
                ground.server.submit(call + "/appointment", "consultant", "day=2030-11-06&time=15:00");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(ground.count(
                        "SELECT count(*) FROM identity.phone_call WHERE appointment_at = '2030-11-06T14:00:00Z'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsKeptForARepeatTellsNothingOfAnInterview() throws Exception {
        Repeats repeats = new Repeats();
        String path = "/api/waves/" + wave.id() + "/interviews";
        String contact = contacts.get(0).toString();
        String body =
                "{\"contact\": \"%s\", \"outcome\": \"completed\", \"answers\": {\"website\": {\"experience\": 4}}}"
                        .formatted(contact);
        try (TestServer server =
                TestServer.start(new TestServer.Settings().withIdempotency(repeats), ground.interviews::register)) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> answer = server.send(server.to(path, "consultant")
                        .header("Idempotency-Key", "of-" + contact)
                        .header("Content-Type", "application/json")
                        .POST(TestServer.text(body)));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                answers.add(answer.body());
            }
            assertThat(answers.get(1)).isEqualTo(answers.get(0)).contains(contact);
            MessageDigest plain = MessageDigest.getInstance("SHA-256");
            plain.update(("//" + server.uri().getAuthority() + path).getBytes(StandardCharsets.UTF_8));
            plain.update((byte) 0);
            byte[] guess = plain.digest(body.getBytes(StandardCharsets.UTF_8));
            assertThat(repeats.hashes)
                    .hasSize(2)
                    .allSatisfy(hash -> assertThat(Arrays.equals(hash, guess)).isFalse());
        }
        assertThat(ground.count("SELECT count(*) FROM box.ballot")).isEqualTo(1);
        assertThat(repeats.texts)
                .hasSizeGreaterThan(2)
                .allSatisfy(text -> assertThat(text).doesNotContain(contact).doesNotContain("completed"));
    }

    /** Remembers all that a store is given. */
    private static final class Repeats implements IdempotencyStore {

        private final List<byte[]> hashes = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private @Nullable Answer answer;

        @Override
        public Optional<Kept> claim(UUID person, String key, byte[] requestHash) {
            boolean first = hashes.isEmpty();
            hashes.add(requestHash);
            texts.add(key);
            texts.add(new String(requestHash, StandardCharsets.ISO_8859_1));
            return first ? Optional.empty() : Optional.of(new Kept(Arrays.equals(hashes.get(0), requestHash), answer));
        }

        @Override
        public void keep(UUID person, String key, Answer kept) {
            answer = kept;
            texts.addAll(List.of(
                    key,
                    String.valueOf(kept.location()),
                    String.valueOf(kept.tag()),
                    kept.body(),
                    new String(Base64.getDecoder().decode(kept.body()), StandardCharsets.ISO_8859_1)));
        }

        @Override
        public void release(UUID person, String key) {
            throw new AssertionError("the interview was taken");
        }
    }

    @Test
    void twoTabsDoNotWriteOverEachOtherAndTwoInterviewersDoNotEither() throws Exception {
        UUID invitation = ground.invitations(wave.id()).get("person00");
        String call = "/waves/%s/calls/%s".formatted(wave.id(), invitation);
        String held = begun(ground.server.submit(call + "/interview/start", "consultant", ""));
        long empty = draftBytes();
        assertThat(post(call, "consultant", held, "page=1&x0=4&i0=5&note-t0=" + "x".repeat(900))
                        .statusCode())
                .isEqualTo(303);
        assertThat(draftBytes()).isEqualTo(empty);
        // another tab that was opened before
        HttpResponse<String> second = post(call, "consultant", held, "page=1&x0=1&i0=5");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("was saved in another tab meanwhile: “Good”.")
                .contains("name=\"x0\" value=\"1\" checked");
        assertThat(open(call, "consultant", held)).contains("name=\"x0\" value=\"4\" checked");
        assertThat(post(call, "consultant", held, "page=1&x0=1&i0=5&version=" + version(second.body()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(open(call, "consultant", held)).contains("name=\"x0\" value=\"1\" checked");
        assertThat(post(call, "consultant", held, "go=submit").statusCode()).isEqualTo(409);
        // a colleague is told, and discards it knowingly
        HttpResponse<String> colleague = ground.server.submit(call + "/interview/start", "owner", "");
        assertThat(colleague.statusCode()).isEqualTo(409);
        assertThat(colleague.body()).contains("beginning here discards what was heard");
        String theirs = begun(ground.server.submit(call + "/interview/start", "owner", "anew=true"));
        assertThat(post(call, "owner", theirs, "page=1&x0=5").statusCode()).isEqualTo(303);
        HttpResponse<String> late = post(call, "consultant", held, "page=1&x0=2");
        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith(call);
        assertThat(open(call, "owner", theirs)).contains("name=\"x0\" value=\"5\" checked");
        assertThat(ground.dump("identity.interview_draft")).hasSize(1);
    }

    private long draftBytes() {
        return ground.count("SELECT octet_length(ciphertext) FROM identity.interview_draft");
    }

    private static String begun(HttpResponse<String> started) {
        assertThat(started.statusCode()).isEqualTo(303);
        String cookie = started.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String version(String page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]*)\"").matcher(page);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    /** What the last page would send. */
    private HttpResponse<String> send(String call, String session, String cookie) {
        HttpResponse<String> review = ground.server.send(ground.server
                .to(call + "/interview?page=review")
                .header("Cookie", "session=" + session + "; " + cookie));
        return post(call, session, cookie, "go=submit&version=" + version(review.body()));
    }

    private String open(String call, String session, String cookie) {
        return ground.server
                .send(ground.server
                        .to(call + "/interview?page=1")
                        .header("Cookie", "session=" + session + "; " + cookie))
                .body();
    }

    private HttpResponse<String> post(String call, String session, String cookie, String form) {
        return ground.server.send(ground.server
                .to(call + "/interview")
                .header("Cookie", "session=" + session + "; " + cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(TestServer.text("_csrf=" + TestServer.csrf(session) + "&" + form)));
    }

    /** No two people say the same: the number in base four, twelve digits. */
    private static Answers answers(int person) {
        Answers answers = Answers.none(12);
        for (int i = 0; i < 12; i++) {
            answers.experience()[i] = (byte) (1 + (person * 7919 >> 2 * i & 3));
        }
        return answers;
    }

    private HttpResponse<String> byPhone(int person) {
        byte[] said = answers(person).experience();
        List<String> keys = ground.study.feature().waves().questionnaire(wave).touchpoints().stream()
                .map(touchpoint -> touchpoint.key())
                .toList();
        List<String> ratings = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            ratings.add("\"%s\": {\"experience\": %d}".formatted(keys.get(i), said[i]));
        }
        return ground.server.post(
                "/api/waves/" + wave.id() + "/interviews",
                "consultant",
                "{\"contact\": \"%s\", \"outcome\": \"completed\", \"answers\": {%s}}"
                        .formatted(contacts.get(person), String.join(", ", ratings)));
    }
}
