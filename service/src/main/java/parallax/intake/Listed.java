package parallax.intake;

import java.util.List;
import java.util.Locale;
import parallax.contact.Verdict.Outcome;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Rows of a file that are listed together; who asked not to be written to is in none of them. */
enum Listed {
    READY,
    UPDATED,
    DUPLICATES,
    REJECTED,
    WARNED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID */
    static Listed ofCode(String code) {
        for (Listed listed : values()) {
            if (listed.code().equals(code)) {
                return listed;
            }
        }
        throw new RefusedException(
                ProblemType.INVALID,
                "There is no such list of rows.",
                List.of(InputError.field("show", code, "must be ready, updated, duplicates, rejected or warned")));
    }

    boolean has(FileRow row) {
        return switch (this) {
            case READY -> row.outcome() == Outcome.READY;
            case UPDATED -> row.outcome() == Outcome.UPDATED;
            case DUPLICATES -> row.outcome() == Outcome.DUPLICATE;
            case REJECTED -> row.outcome() == Outcome.REJECTED;
            case WARNED -> !row.warnings().isEmpty();
        };
    }
}
