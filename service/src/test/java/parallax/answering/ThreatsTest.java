package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every threat of docs/threats.md names tests, and they exist. */
class ThreatsTest {

    private static final Path TESTS = Path.of("service/src/test/java/parallax");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([ABL][0-9]+) \\|.*\\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+)[.]([A-Za-z0-9]+)`");

    private final Map<String, List<MatchResult>> rows = new TreeMap<>();

    ThreatsTest() throws IOException {
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/threats.md")));
        while (row.find()) {
            rows.put(row.group(1), NAMED.matcher(row.group(2)).results().toList());
        }
    }

    @Test
    void noThreatIsLeftOutOrWithoutATest() {
        assertThat(rows.keySet())
                .containsAll(IntStream.rangeClosed(1, 30).mapToObj(i -> "A" + i).toList())
                .containsAll(IntStream.rangeClosed(1, 20).mapToObj(i -> "B" + i).toList())
                .containsAll(IntStream.rangeClosed(1, 7).mapToObj(i -> "L" + i).toList());
        assertThat(rows)
                .allSatisfy((threat, tests) -> assertThat(tests).as(threat).isNotEmpty());
    }

    @Test
    void everyTestNamedExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        rows.values()
                .forEach(tests -> tests.forEach(test -> {
                    String source = sources.getOrDefault(test.group(1), "");
                    if (!Pattern.compile("@(Parameterized)?Test\\b(?:(?!@Test|@Parameterized)[\\s\\S])*?\\bvoid "
                                    + test.group(2) + "\\(")
                            .matcher(source)
                            .find()) {
                        missing.add(test.group());
                    }
                }));
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.merge(
                        file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
