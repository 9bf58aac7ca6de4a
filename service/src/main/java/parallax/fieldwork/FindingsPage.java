package parallax.fieldwork;

import java.util.List;
import java.util.Map;
import parallax.message.FindingsLetters.Written;
import parallax.questionnaire.Wording;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** The findings letter to write, or that it was sent. */
public final class FindingsPage extends Page {

    private final FindingsService.State state;
    private final Map<String, Written> letter;
    private final String confirm;
    private final List<InputError> errors;

    FindingsPage(
            PageContext context,
            FindingsService.State state,
            Map<String, Written> letter,
            String confirm,
            List<InputError> errors) {
        super("/templates/fieldwork/findings.ftlh", context);
        this.state = state;
        this.letter = Map.copyOf(letter);
        this.confirm = confirm;
        this.errors = List.copyOf(errors);
    }

    public String getWaveName() {
        return state.wave().name();
    }

    public String getWaveUrl() {
        return "/waves/" + state.wave().id();
    }

    public int getPeople() {
        return state.people();
    }

    public boolean isReleased() {
        return state.released();
    }

    public boolean isSent() {
        return state.sent();
    }

    public String getConfirm() {
        return confirm;
    }

    public List<InputError> getErrors() {
        return errors;
    }

    public List<Part> getParts() {
        return state.readers().entrySet().stream()
                .map(entry -> {
                    Written written = letter.getOrDefault(entry.getKey(), new Written("", ""));
                    return new Part(
                            entry.getKey(),
                            Wording.of(entry.getKey()).name(),
                            Words.count(entry.getValue(), "person", "people"),
                            written.findings(),
                            written.decision());
                })
                .toList();
    }

    /** What the letter says in one language. */
    public record Part(String language, String name, String people, String findings, String decision) {}
}
