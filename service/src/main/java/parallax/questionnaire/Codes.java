package parallax.questionnaire;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

final class Codes {

    private Codes() {}

    static <T> T find(T[] values, Function<T, String> code, String wanted, String what) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown %s '%s': use one of %s"
                        .formatted(what, wanted, Arrays.stream(values).map(code).collect(Collectors.joining(", ")))));
    }
}
