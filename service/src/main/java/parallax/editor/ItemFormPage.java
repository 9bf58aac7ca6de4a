package parallax.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemJson;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** The form of an item. */
public final class ItemFormPage extends Page {

    static final String CHANGED =
            "Somebody changed this engagement after you opened the page. What you typed is still here, and what is stored now stands beside it: save again to keep yours, or leave the page to keep theirs.";

    private final Engagement engagement;
    private final Questionnaire model;
    private final ItemForm form;
    private final List<InputError> errors;

    ItemFormPage(
            PageContext context, Engagement engagement, Questionnaire model, ItemForm form, List<InputError> errors) {
        super("/templates/editor/item.ftlh", context);
        this.engagement = engagement;
        this.model = model;
        this.form = form;
        this.errors = List.copyOf(errors);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    /** Key of the stored item; null for a new one. */
    public @Nullable String getStoredKey() {
        ItemJson stored = form.stored();
        return stored == null ? null : stored.key();
    }

    public Map<String, String> getValues() {
        return form.values();
    }

    public List<InputError> getErrors() {
        return errors;
    }

    public boolean isChanged() {
        return errors.stream().anyMatch(error -> CHANGED.equals(error.message()));
    }

    /** What is stored now where it differs from what was typed, when somebody changed it meanwhile. */
    public Map<String, String> getTheirs() {
        Map<String, String> theirs = new LinkedHashMap<>();
        ItemJson stored = form.stored();
        if (isChanged() && stored != null) {
            ItemForm.of(stored, model.defaultLanguage(), form.value("page"))
                    .values()
                    .forEach((name, value) -> {
                        if (!value.equals(form.value(name)) && !name.endsWith("-key") && !name.startsWith("asks_")) {
                            theirs.put(name, value);
                        }
                    });
        }
        return theirs;
    }

    public List<Option> getKinds() {
        return Arrays.stream(ItemKind.values())
                .map(kind -> new Option(kind.code(), EditorWords.of(kind)))
                .toList();
    }

    public List<Option> getPages() {
        List<Option> pages = new ArrayList<>();
        model.pages()
                .forEach(page -> pages.add(
                        new Option(page.key(), page.titles().getOrDefault(model.defaultLanguage(), page.key()))));
        pages.add(new Option("+", "A new page"));
        return pages;
    }

    public List<Option> getAudiences() {
        return Arrays.stream(Audience.values())
                .map(audience -> new Option(audience.code(), EditorWords.of(audience)))
                .toList();
    }

    public int getChoiceRows() {
        return form.choiceRows();
    }

    /** When it can be shown. */
    public List<Option> getShows() {
        List<Option> shows = new ArrayList<>();
        shows.add(new Option(ConditionChoice.ALWAYS, "Always"));
        if (form.value("show").equals(ConditionChoice.KEPT)) {
            shows.add(new Option(ConditionChoice.KEPT, "As it is: if " + kept()));
        }
        shows.add(new Option("met:sales", "If a touchpoint of Sales was met"));
        shows.add(new Option("met:marketing", "If a touchpoint of Marketing was met"));
        model.touchpoints()
                .forEach(touchpoint -> shows.add(new Option(
                        "touchpoint:" + touchpoint.key(),
                        "If “" + touchpoint.label(model.defaultLanguage()) + "” was met")));
        for (Item item : model.items()) {
            if (item.key().equals(getStoredKey())) {
                break;
            }
            shows.add(new Option(
                    "item:" + item.key(),
                    "Depending on the answer to “" + EditorWords.question(item, model.defaultLanguage()) + "”"));
        }
        return shows;
    }

    private String kept() {
        String condition = model.items().stream()
                .filter(item -> item.key().equals(getStoredKey()))
                .findFirst()
                .map(item -> EditorWords.condition(model, item.showIf()))
                .orElse("");
        return Objects.requireNonNullElse(condition, "");
    }

    /** An option of a list. */
    public record Option(String value, String label) {}
}
