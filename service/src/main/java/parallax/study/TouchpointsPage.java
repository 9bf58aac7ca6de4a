package parallax.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.study.TouchpointsForm.Row;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** The touchpoints editor. */
public final class TouchpointsPage extends Page {

    static final String CHANGED =
            "Somebody changed this engagement after you opened the page. What you typed is still here: check it and save again to keep it, or leave the page to keep theirs.";

    private final Engagement engagement;
    private final TouchpointsForm form;
    private final Bank bank;
    private final State state;

    TouchpointsPage(PageContext context, Engagement engagement, TouchpointsForm form, Bank bank, State state) {
        super("/templates/study/touchpoints.ftlh", context);
        this.engagement = engagement;
        this.form = form;
        this.bank = bank;
        this.state = state;
    }

    public Engagement getEngagement() {
        return engagement;
    }

    /** Chosen touchpoints by phase, as typed. */
    public List<Section> getSections() {
        return Arrays.stream(Phase.values())
                .map(phase -> new Section(
                        Words.of(phase),
                        form.rows().stream()
                                .filter(row -> row.phase().equals(phase.code()))
                                .toList()))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    /** Touchpoints of the bank that are not chosen. */
    public List<Offer> getLibrary() {
        return bank.touchpoints().stream()
                .map(entry -> entry.touchpoint())
                .filter(touchpoint ->
                        form.rows().stream().noneMatch(row -> row.key().equals(touchpoint.key())))
                .map(touchpoint -> new Offer(
                        touchpoint.key(),
                        touchpoint.label("en"),
                        Words.of(touchpoint.phase()) + " · " + Words.of(touchpoint.owner()) + " · "
                                + touchpoint.hint("en").orElse(""),
                        form.added().contains(touchpoint.key())))
                .toList();
    }

    public Row getOwn() {
        return form.own();
    }

    public List<Choice> getOwners() {
        return Arrays.stream(Owner.values())
                .map(owner -> new Choice(owner.code(), Words.of(owner)))
                .toList();
    }

    public List<Choice> getPhases() {
        return Arrays.stream(Phase.values())
                .map(phase -> new Choice(phase.code(), Words.of(phase)))
                .toList();
    }

    /** Why nothing can be changed now; null when it can. */
    public @Nullable String getLocked() {
        return state.locked();
    }

    /** The key of the row that was just moved, or empty. */
    public String getMoved() {
        return state.moved();
    }

    /** What the error summary is headed by. */
    public String getErrorHeading() {
        return state.changed() ? "Somebody changed this meanwhile" : "Please correct the following";
    }

    public List<InputError> getErrors() {
        return state.errors();
    }

    /** Messages by field, without the slash. */
    public Map<String, String> getMessages() {
        Map<String, String> messages = new java.util.LinkedHashMap<>();
        state.errors().forEach(error -> messages.putIfAbsent(String.valueOf(error.pointer()), error.message()));
        return messages;
    }

    /**
     * What surrounds the form.
     *
     * @param locked why nothing can be changed, null when it can
     * @param moved key of the row that was just moved, or empty
     */
    record State(@Nullable String locked, String moved, List<InputError> errors) {

        /** Whether the form was refused because of somebody else's change. */
        boolean changed() {
            return errors.stream().anyMatch(error -> CHANGED.equals(error.message()));
        }
    }

    /** Chosen touchpoints of a phase. */
    public record Section(String title, List<Row> rows) {}

    /** A touchpoint of the bank. */
    public record Offer(String key, String label, String hint, boolean ticked) {}

    /** An option of a list. */
    public record Choice(String value, String label) {}
}
