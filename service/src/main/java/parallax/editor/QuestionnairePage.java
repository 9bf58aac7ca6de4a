package parallax.editor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Completeness;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ModelCheck;
import parallax.questionnaire.ModelProblem;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;
import parallax.questionnaire.WordingGuard;
import parallax.questionnaire.WordingGuard.Change;
import parallax.study.Engagement;
import parallax.study.QuestionnaireService;
import parallax.study.StudyFeature;
import parallax.web.Page;
import parallax.web.PageContext;

/** The questionnaire of an engagement. */
public final class QuestionnairePage extends Page {

    private final Engagement engagement;
    private final Questionnaire model;
    private final StudyFeature study;
    private final Map<String, Change> changes;

    QuestionnairePage(PageContext context, Engagement engagement, StudyFeature study) {
        super("/templates/editor/questionnaire.ftlh", context);
        this.engagement = engagement;
        this.study = study;
        this.model = study.questionnaires().current(engagement.id());
        OptionalInt latest = study.questionnaires().latestVersion(engagement.id());
        this.changes = latest.isEmpty()
                ? new HashMap<>()
                : WordingGuard.compare(study.questionnaires().version(engagement.id(), latest.getAsInt()), model);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    /** Why nothing can be changed now; null when it can. */
    public @Nullable String getLocked() {
        return study.questionnaires().lockedBecause(engagement.id()).orElse(null);
    }

    public int getTouchpoints() {
        return model.touchpoints().size();
    }

    /** Touchpoints whose trend ends: what became of each, in words. */
    public List<String> getChangedTouchpoints() {
        return model.touchpoints().stream()
                .filter(touchpoint -> changes.getOrDefault(touchpoint.key(), Change.SAME) != Change.SAME)
                .map(touchpoint -> touchpoint.label(model.defaultLanguage()) + ": "
                        + EditorWords.of(changes.getOrDefault(touchpoint.key(), Change.SAME)))
                .toList();
    }

    public List<Section> getPages() {
        return model.pages().stream().map(this::section).toList();
    }

    private Section section(ItemPage page) {
        return new Section(
                page.key(),
                page.titles().getOrDefault(model.defaultLanguage(), page.key()),
                page.items().stream().map(this::line).toList());
    }

    private Line line(Item item) {
        Change change = changes.get(item.key());
        return new Line(
                item.key(),
                EditorWords.question(item, model.defaultLanguage()),
                EditorWords.of(item.kind()),
                EditorWords.asked(item),
                EditorWords.condition(model, item.showIf()),
                change == null ? null : EditorWords.of(change));
    }

    /** What is to be mended before it can be asked. */
    public List<String> getProblems() {
        return ModelCheck.problems(model).stream()
                .map(QuestionnairePage::sentence)
                .toList();
    }

    private static String sentence(ModelProblem problem) {
        String language = problem.language() == null ? "" : " (" + problem.language() + ")";
        return problem.key() == null ? problem.message() : problem.key() + language + ": " + problem.message();
    }

    public List<Language> getLanguages() {
        return model.languages().stream().map(this::language).toList();
    }

    private Language language(String tag) {
        List<Completeness> all = Completeness.of(model, tag);
        List<String> missing = all.stream()
                .filter(one -> !one.isWhole())
                .map(Completeness::key)
                .toList();
        return new Language(
                tag, Wording.of(tag).name(), all.size() - missing.size(), all.size(), String.join(", ", missing));
    }

    public List<Other> getAudiences() {
        return Arrays.stream(Audience.values())
                .map(audience -> new Other(audience.code(), EditorWords.of(audience)))
                .toList();
    }

    /** Instruments of the library that ask something more. */
    public List<Offer> getLibrary() {
        return study.bank().instruments().stream()
                .filter(instrument -> Edits.hasMore(model, instrument))
                .map(instrument -> new Offer(
                        instrument.key(), instrument.titles().getOrDefault("en", instrument.key()), instrument.about()))
                .toList();
    }

    /** The change that can be undone; null when there is none. */
    public @Nullable Undo getUndo() {
        return study.questionnaires()
                .latestEdit(engagement.id())
                .map(QuestionnairePage::undo)
                .orElse(null);
    }

    private static Undo undo(QuestionnaireService.Edit edit) {
        return new Undo(edit.number(), edit.what(), edit.by(), EditorWords.time(edit.at()));
    }

    /** A page of items. */
    public record Section(String key, String title, List<Line> items) {}

    /**
     * An item.
     *
     * @param condition when it is asked, in words; null: always
     * @param change what became of it since it was last asked; null before the first wave
     */
    public record Line(
            String key,
            String question,
            String kind,
            String asked,
            @Nullable String condition,
            @Nullable String change) {}

    /**
     * A language.
     *
     * @param whole pages and items of which everything is written
     * @param missing keys of the others
     */
    public record Language(String tag, String name, int whole, int all, String missing) {}

    /** A link. */
    public record Other(String code, String name) {}

    /** An instrument of the library. */
    public record Offer(String key, String title, String about) {}

    /** A change that can be undone. */
    public record Undo(int number, String what, String by, String at) {}
}
