package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.answering.Admission.Admitted;
import parallax.questionnaire.Audience;
import parallax.study.Wave;

class AdmissionIT {

    private final Field field = Field.withoutMailServer();
    private String token = "";

    @BeforeEach
    void launch() {
        Wave wave = field.launched();
        token = field.tokens(wave.id(), Audience.CUSTOMER).values().iterator().next();
    }

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
        assertThat(used.open()).isFalse();
        assertThat(used.answered()).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
