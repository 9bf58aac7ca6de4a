package parallax.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.questionnaire.Audience;
import parallax.table.ReceivedFile;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * A file with a questionnaire, and who is to be asked it.
 *
 * @param audiences asked the questions of a file that knows no audiences; touchpoints are rated by all who rate
 */
record FileToTake(InstrumentFormat format, ReceivedFile file, Set<Audience> audiences) {

    FileToTake {
        audiences = Set.copyOf(audiences);
    }

    /**
     * Audiences by their codes.
     *
     * @throws RefusedException INVALID for one that does not exist, and when there is none
     */
    static Set<Audience> audiences(List<String> codes) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (String code : codes) {
            audiences.add(Arrays.stream(Audience.values())
                    .filter(known -> known.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> refused(code)));
        }
        if (audiences.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "Nobody is asked.",
                    List.of(InputError.field("audience", null, "Choose who is asked the questions of the file.")));
        }
        return audiences;
    }

    private static RefusedException refused(String code) {
        return new RefusedException(
                ProblemType.INVALID,
                "The audience is not known.",
                List.of(InputError.field(
                        "audience",
                        code,
                        "Use one of: "
                                + Arrays.stream(Audience.values())
                                        .map(Audience::code)
                                        .collect(Collectors.joining(", "))
                                + ".")));
    }
}
