package parallax.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Kinds of files that questionnaires come in. */
enum InstrumentFormat {
    LSS("a LimeSurvey survey"),
    XLSFORM("an XLSForm"),
    JSON("a questionnaire of this service");

    private final String words;

    InstrumentFormat(String words) {
        this.words = words;
    }

    /** Such as "a LimeSurvey survey". */
    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID, naming the codes that exist */
    static InstrumentFormat ofCode(@Nullable String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(
                        code,
                        Arrays.stream(values()).map(InstrumentFormat::code).collect(Collectors.joining(", "))));
    }

    static RefusedException unknown(@Nullable String code, String known) {
        return new RefusedException(
                ProblemType.INVALID,
                "The format is not known. Nothing was saved.",
                List.of(InputError.field("format", code, "Use one of: " + known + ".")));
    }

    /** The kind a file must be by how it starts: Excel files with their marks, JSON with a brace; else XML is expected. */
    static InstrumentFormat detect(byte[] head) {
        for (byte first : head) {
            // blanks, and the mark that some editors put before UTF-8
            if (first == ' '
                    || first == '\n'
                    || first == '\r'
                    || first == '\t'
                    || first == (byte) 0xEF
                    || first == (byte) 0xBB
                    || first == (byte) 0xBF) {
                continue;
            }
            return first == '<' ? LSS : first == '{' || first == '[' ? JSON : XLSFORM;
        }
        return XLSFORM;
    }
}
