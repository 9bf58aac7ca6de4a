package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.answering.Admission;
import parallax.answering.Admission.Admitted;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.Wave;

class AdmissionIT {

    private final Field field = Field.withoutMailServer();
    private final Wave wave = field.launched();
    private final String token =
            field.tokens(wave.id(), Audience.CUSTOMER).values().iterator().next();

    @ParameterizedTest
    @ValueSource(strings = {".", ">", ".>", " ", ")"})
    void whatAMailProgramHangsOnTheEndIsStripped(String end) {
        assertThat(field.feature().admission().find(token + end)).isPresent();
    }

    @Test
    void anythingElseIsUnknown() {
        char last = token.charAt(token.length() - 1);
        List<String> others = List.of(
                "",
                "null",
                token.substring(1),
                token.toUpperCase(Locale.ROOT).equals(token)
                        ? token.toLowerCase(Locale.ROOT)
                        : token.toUpperCase(Locale.ROOT),
                token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A'),
                token + "A",
                "../" + token);
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(field.feature().admission().find(other)).isEmpty());
    }

    @Test
    void lookingChangesNothing() {
        Map<String, String> before = field.checksums();
        for (int i = 0; i < 50; i++) {
            field.feature().admission().find(token);
        }
        assertThat(field.checksums()).isEqualTo(before);
    }

    /** What is done beyond that statement for a link that leads somewhere is arithmetic on its row. */
    @Test
    void whateverALinkIsOneAndTheSameStatementIsSentForIt() {
        List<String> statements = new ArrayList<>();
        Jdbi listened = TestDatabase.listened(statements::add);
        Admission admission = field.newNode(null, listened).admission();
        Map<String, String> links = new TreeMap<>(field.tokens(wave.id(), Audience.CUSTOMER));
        setState("done", links.get("customer1"));
        setState("stopped", links.get("customer2"));
        links.put("unknown", "A".repeat(token.length()));
        Map<String, List<String>> sent = new TreeMap<>();
        for (String who : List.of("customer0", "customer1", "customer2", "unknown")) {
            sent.put(who, sent(statements, () -> enter(listened, admission, links.get(who))));
        }
        field.feature().closing().close(Field.CALLER, wave.id());
        sent.put("closed", sent(statements, () -> enter(listened, admission, links.get("customer0"))));
        assertThat(sent.get("unknown")).hasSize(2);
        assertThat(sent).allSatisfy((link, all) -> assertThat(all).as(link).isEqualTo(sent.get("unknown")));
    }

    /** As a look and as a save do. */
    private static void enter(Jdbi jdbi, Admission admission, String link) {
        byte[] row = KeyFiles.draftCipher(link).rowId();
        admission.enter(link, row);
        jdbi.useTransaction(handle -> admission.enterAlone(handle, link, row));
    }

    private static List<String> sent(List<String> statements, Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    private void setState(String state, String link) {
        field.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE identity.invitation SET state = ? WHERE token_hash = ?",
                        state,
                        KeyFiles.tokenHash(link)));
    }

    @Test
    void ofTwentySubmitsAtOnceOneCounts() throws Exception {
        CyclicBarrier together = new CyclicBarrier(5);
        AtomicInteger taken = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 5)
                .mapToObj(i -> new Thread(() -> {
                    await(together);
                    for (int j = 0; j < 4; j++) {
                        taken.addAndGet(field.submit(token) ? 1 : 0);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(taken).hasValue(1);
        Admitted used = field.feature().admission().find(token).orElseThrow();
        assertThat(used.standing()).isEqualTo(Admission.Standing.ANSWERED);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
