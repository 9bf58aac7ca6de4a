package parallax.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-x", "@a", "\tx", "\rx", "＝1", " =1"})
    void aTextThatLooksLikeAFormulaGetsAnApostrophe(String text) {
        String written = new CsvText().row(List.of(text)).toString();

        assertThat(written.replace("\"", "")).startsWith("'");
        assertThat(CsvText.unguarded("'" + text)).isEqualTo(text);
    }

    @Test
    void negativeNumbersStayNumbersAndTextStaysText() {
        assertThat(new CsvText()
                        .row(List.of("-1.5", "a;b", "say \"hi\"", "'twas"))
                        .toString())
                .isEqualTo("-1.5,\"a;b\",\"say \"\"hi\"\"\",'twas\r\n");
        assertThat(CsvText.unguarded("'twas")).isEqualTo("'twas");
    }
}
