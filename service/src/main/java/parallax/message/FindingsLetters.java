package parallax.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.study.WaveId;
import parallax.web.InputError;

/** What the findings letters of waves say, beside the text around it. */
public final class FindingsLetters {

    private final Jdbi field;

    FindingsLetters(Jdbi field) {
        this.field = field;
    }

    /**
     * What was found and what the client decided: plain text, paragraphs with an empty line between.
     *
     * @param findings three or so; not empty
     * @param decision not empty
     */
    public record Written(String findings, String decision) {}

    /** By language; empty before a letter was sent. */
    public Map<String, Written> of(WaveId wave) {
        return field.withExtension(FindingsDao.class, dao -> dao.list(wave)).stream()
                .collect(Collectors.toMap(
                        FindingsDao.Row::language, row -> new Written(row.findings(), row.decision())));
    }

    /** As typed into a form, without what means nothing. */
    public static Written typed(String findings, String decision) {
        return new Written(
                MessageText.typed("", findings).body(),
                MessageText.typed("", decision).body());
    }

    /** What keeps it from being sent; pointers are {@code findings-en}, {@code decision-en}. */
    public static List<InputError> faults(Map<String, Written> letter) {
        List<InputError> faults = new ArrayList<>();
        letter.forEach((language, written) -> {
            faults.addAll(MessageCheck.ofWords(
                    "findings-" + language, written.findings(), "Write the main findings; three sentences are read."));
            faults.addAll(MessageCheck.ofWords(
                    "decision-" + language,
                    written.decision(),
                    "Write what the client decided, or that it has not yet."));
        });
        return faults;
    }

    /** In the caller's transaction. */
    public void save(Handle handle, WaveId wave, Map<String, Written> letter) {
        FindingsDao dao = handle.attach(FindingsDao.class);
        letter.forEach((language, written) -> dao.write(wave, language, written.findings(), written.decision()));
    }
}
