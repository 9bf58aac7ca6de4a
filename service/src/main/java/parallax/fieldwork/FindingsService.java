package parallax.fieldwork;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parallax.mail.MailKind;
import parallax.mail.OutboxMail;
import parallax.message.FindingsLetters;
import parallax.message.FindingsLetters.Written;
import parallax.study.AnswerSource;
import parallax.study.InvalidInputException;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Sends the findings letter, once, to those who asked for it, after the client may see figures. */
final class FindingsService {

    private final FieldworkTools tools;
    private final FindingsLetters letters;

    FindingsService(FieldworkTools tools, FindingsLetters letters) {
        this.tools = tools;
        this.letters = letters;
    }

    /**
     * Where a letter stands.
     *
     * @param released whether figures were released
     * @param readers language to number of people who asked for it and can be written to
     * @param sent whether it is on its way or was sent
     */
    record State(Wave wave, boolean released, SortedMap<String, Integer> readers, boolean sent) {

        int people() {
            return readers.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    static boolean concerns(Wave wave) {
        return wave.state().hasFigures() && wave.source() == AnswerSource.FIELDWORK;
    }

    State state(WaveId id) {
        Wave wave = tools.waves().require(id);
        RequestDao requests = tools.jdbi().onDemand(RequestDao.class);
        SortedMap<String, Integer> readers = new TreeMap<>();
        requests.listFindingsReaders(id).forEach(reader -> readers.merge(reader.language(), 1, Integer::sum));
        return new State(wave, tools.waves().isReleased(id), readers, requests.countFindingsLetters(id) > 0);
    }

    /**
     * Puts the letters into the outbox.
     *
     * @param letter by language, of all languages that readers have
     * @return number of people
     * @throws InvalidInputException naming what is missing or cannot be sent
     * @throws RefusedException CONFLICT before a release, without readers, or when it was sent
     */
    int send(Caller caller, WaveId id, Map<String, Written> letter) {
        List<InputError> faults = FindingsLetters.faults(letter);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return tools.jdbi().inTransaction(handle -> {
            Wave wave = tools.waves().lockForUpdate(handle, id);
            RequestDao requests = handle.attach(RequestDao.class);
            List<RequestDao.FindingsReader> readers = requests.listFindingsReaders(id);
            requireDue(wave, readers, requests.countFindingsLetters(id) > 0, letter);
            letters.save(handle, id, letter);
            List<OutboxMail> mails = readers.stream()
                    .map(reader -> new OutboxMail(tools.ids().get(), reader.id(), id, MailKind.FINDINGS, 0))
                    .toList();
            int people = tools.mail()
                    .outbox()
                    .enqueue(handle, mails, tools.clock().instant())
                    .size();
            tools.audit().record(caller, "wave.findings", id.toString());
            return people;
        });
    }

    private void requireDue(
            Wave wave, List<RequestDao.FindingsReader> readers, boolean sent, Map<String, Written> letter) {
        if (!concerns(wave) || !tools.waves().isReleased(wave.id())) {
            throw conflict("The letter follows publication: make a release of this wave first.");
        }
        if (sent) {
            throw conflict("The letter was sent already.");
        }
        if (readers.isEmpty()) {
            throw conflict("Nobody who can be written to asked for the main findings.");
        }
        if (readers.stream().anyMatch(reader -> !letter.containsKey(reader.language()))) {
            throw conflict("Somebody who reads another language asked meanwhile. Open the page again.");
        }
    }

    private static RefusedException conflict(String message) {
        return new RefusedException(ProblemType.CONFLICT, message);
    }
}
