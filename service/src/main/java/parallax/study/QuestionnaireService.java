package parallax.study;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.ModelCheck;
import parallax.questionnaire.ModelProblem;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.questionnaire.UnfitModelException;
import parallax.study.EngagementService.CreateEngagement;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The questionnaire of an engagement: what is edited, and its frozen versions. */
public final class QuestionnaireService {

    private static final int MOST_CACHED = 500;

    private final StudyTools tools;
    private final Bank bank;
    private final TouchpointReader reader;
    private final Map<VersionKey, Questionnaire> versions = new ConcurrentHashMap<>();

    QuestionnaireService(StudyTools tools, Bank bank) {
        this.tools = tools;
        this.bank = bank;
        this.reader = new TouchpointReader(bank);
    }

    /** As it stands now. */
    public Questionnaire current(EngagementId engagement) {
        // languages and touchpoints from one snapshot, so that they fit
        return tools.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            EngagementRow row = handle.attach(EngagementDao.class)
                    .find(engagement.value())
                    .orElseThrow(EngagementNotFoundException::new);
            return ModelStore.read(handle, row.toEngagement());
        });
    }

    /**
     * Replaces the whole list.
     *
     * @throws InvalidInputException naming every item that cannot be taken
     * @throws TouchpointsInUseException while a wave is being answered
     */
    public void replaceTouchpoints(Caller caller, EngagementId engagement, List<Touchpoint> touchpoints) {
        replaceTouchpoints(
                caller,
                engagement,
                touchpoints.stream().map(TouchpointJson::from).toList(),
                "",
                version -> {});
    }

    /**
     * Replaces the whole list.
     *
     * @param pointer JSON pointer of the list, for error messages
     * @param requireVersion refuses a version of the engagement that the caller did not read
     */
    void replaceTouchpoints(
            Caller caller,
            EngagementId id,
            @Nullable List<@Nullable TouchpointJson> sent,
            String pointer,
            IntConsumer requireVersion) {
        tools.jdbi().useTransaction(handle -> {
            Engagement engagement = lockUnused(handle, id, requireVersion);
            InputCheck check = new InputCheck();
            List<Touchpoint> touchpoints = reader.read(sent, engagement.languages(), pointer, check);
            check.finish();
            Questionnaire before = ModelStore.read(handle, engagement);
            new ModelReader(bank, check).unshared(touchpoints, before, pointer);
            check.finish();
            Questionnaire after = new Questionnaire(
                    before.languages(),
                    before.scalePoints(),
                    touchpoints,
                    Asking.of(before.pages(), touchpoints),
                    before.texts());
            write(handle, change(caller, id, "Touchpoints"), before, after);
        });
    }

    /**
     * Replaces touchpoints, and languages, scale, pages and own texts where the input names them.
     *
     * @throws SettingsFrozenException for another language or scale after the first launch or import
     */
    void replaceModel(Caller caller, EngagementId id, QuestionnaireInput input, IntConsumer requireVersion) {
        tools.jdbi().useTransaction(handle -> {
            Engagement engagement = lockUnused(handle, id, requireVersion);
            Questionnaire before = ModelStore.read(handle, engagement);
            InputCheck check = new InputCheck();
            CreateEngagement settings = input.settings().over(CreateEngagement.like(engagement), check);
            new EngagementCheck(check).settings(settings);
            check.finish();
            Questionnaire after = new ModelReader(bank, check).read(input, settings, before);
            input.checkDerived(after, check);
            check.finish();
            write(handle, change(caller, id, "Questionnaire"), before, after);
        });
    }

    /**
     * Changes the model.
     *
     * @param requireVersion refuses a version of the engagement that the caller did not read
     * @param what is changed, in a few words, for those who may want to undo it
     * @param edit from what stands to what shall stand
     * @throws InvalidInputException for a model that cannot be, or is beyond a limit
     * @throws SettingsFrozenException for another language or scale after the first launch or import
     * @throws TouchpointsInUseException while a wave is being answered
     */
    public void change(
            Caller caller,
            EngagementId id,
            IntConsumer requireVersion,
            String what,
            UnaryOperator<Questionnaire> edit) {
        tools.jdbi().useTransaction(handle -> {
            Engagement engagement = lockUnused(handle, id, requireVersion);
            Questionnaire before = ModelStore.read(handle, engagement);
            write(handle, change(caller, id, what), before, edited(before, edit));
        });
    }

    private static Questionnaire edited(Questionnaire before, UnaryOperator<Questionnaire> edit) {
        try {
            return edit.apply(before);
        } catch (UnfitModelException e) {
            throw new InvalidInputException(List.of(InputError.field("", null, e.sentence())));
        }
    }

    /**
     * That a model can be kept; nothing is written.
     *
     * @throws InvalidInputException naming what is beyond a limit, and the limit
     */
    public void requireKeepable(Questionnaire model) {
        ModelLimits.require(model);
    }

    /**
     * The model that an input tells, over the one that stands; nothing is written.
     *
     * @throws InvalidInputException naming every value that cannot be taken
     */
    public Questionnaire read(EngagementId id, QuestionnaireInput input) {
        return tools.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Engagement engagement = handle.attach(EngagementDao.class)
                    .find(id.value())
                    .map(EngagementRow::toEngagement)
                    .orElseThrow(EngagementNotFoundException::new);
            InputCheck check = new InputCheck();
            CreateEngagement settings = input.settings().over(CreateEngagement.like(engagement), check);
            new EngagementCheck(check).settings(settings);
            check.finish();
            Questionnaire read =
                    new ModelReader(bank, check).read(input, settings, ModelStore.read(handle, engagement));
            input.checkDerived(read, check);
            check.finish();
            return read;
        });
    }

    /** Who changed the model last, and what; empty when nothing can be undone. */
    public Optional<Edit> latestEdit(EngagementId id) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(QuestionnaireDao.class)
                        .findLatestEdit(id.value())
                        .map(row -> new Edit(row.number(), row.what(), row.editedBy(), row.editedAt())));
    }

    /**
     * Restores the model as it stood before the latest change.
     *
     * @param number of that change: when somebody made another meanwhile, nothing is undone
     * @throws RefusedException CONFLICT when that change is not the latest any more
     */
    public void undo(Caller caller, EngagementId id, int number) {
        tools.jdbi().useTransaction(handle -> {
            Engagement engagement = lockUnused(handle, id, version -> {});
            QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
            EditRow edit = dao.findLatestEdit(id.value())
                    .filter(latest -> latest.number() == number)
                    .orElseThrow(
                            () -> new RefusedException(
                                    ProblemType.CONFLICT,
                                    "That change is not the latest any more: somebody changed or undid something meanwhile. Look at the questionnaire again."));
            Questionnaire restored = StoredJson.questionnaire(edit.model());
            settle(handle, engagement, restored);
            ModelStore.overwrite(handle, id, restored);
            dao.deleteEdit(id.value(), number);
            handle.attach(EngagementDao.class).raiseVersion(id.value());
            tools.audit().record(caller, "questionnaire.undo", id.toString());
        });
    }

    /**
     * The form of an audience as it stands now.
     *
     * @param language empty: the engagement's first
     * @throws RefusedException NOT_FOUND for an audience that does not exist, INVALID for a language that is not asked in
     */
    Form form(EngagementId id, String audience, String language) {
        Questionnaire questionnaire = current(id);
        Audience asked = Arrays.stream(Audience.values())
                .filter(known -> known.code().equals(audience))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        ProblemType.NOT_FOUND, "There are forms of customer, sales, marketing and leadership."));
        String wanted = language.isEmpty() ? questionnaire.defaultLanguage() : language;
        if (!questionnaire.languages().contains(wanted)) {
            throw new InvalidInputException(List.of(InputError.field(
                    "language",
                    InputCheck.visible(language),
                    "The engagement is not in this language. Use: " + String.join(", ", questionnaire.languages())
                            + ".")));
        }
        try {
            return Form.of(questionnaire, asked, wanted);
        } catch (IllegalArgumentException e) {
            List<ModelProblem> missing = ModelCheck.problems(questionnaire).stream()
                    .filter(problem -> wanted.equals(problem.language()))
                    .toList();
            if (missing.isEmpty()) {
                throw e;
            }
            throw new QuestionnaireNotReadyException(questionnaire, missing);
        }
    }

    /** Why touchpoints cannot be changed now, in a sentence; empty when they can. */
    public Optional<String> lockedBecause(EngagementId engagement) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(QuestionnaireDao.class)
                        .findWaveBeingAnswered(engagement.value())
                        .map(TouchpointsInUseException::because));
    }

    /** Freezes what stands now, in the caller's transaction; the number of the equal latest version, or of a new one. Freezes the engagement's settings too. */
    public int freeze(Handle handle, EngagementId id) {
        Engagement engagement = lock(handle, id);
        Questionnaire questionnaire = ModelStore.read(handle, engagement);
        List<ModelProblem> problems = ModelCheck.problems(questionnaire);
        if (!problems.isEmpty()) {
            throw new QuestionnaireNotReadyException(questionnaire, problems);
        }
        handle.attach(EngagementDao.class).freeze(id.value());
        QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
        Optional<VersionRow> latest = dao.findLatestVersion(id.value());
        if (latest.map(VersionRow::model)
                .map(StoredJson::questionnaire)
                .filter(questionnaire::equals)
                .isPresent()) {
            return latest.get().number();
        }
        int number = latest.map(VersionRow::number).orElse(0) + 1;
        dao.insertVersion(
                id.value(),
                number,
                StoredJson.write(questionnaire),
                tools.clock().instant());
        return number;
    }

    /**
     * A frozen version; cached, it cannot change.
     *
     * @throws RefusedException NOT_FOUND
     */
    public Questionnaire version(EngagementId engagement, int number) {
        VersionKey key = new VersionKey(engagement, number);
        Questionnaire known = versions.get(key);
        if (known != null) {
            return known;
        }
        return tools.jdbi().withHandle(handle -> {
            Questionnaire read = handle.attach(QuestionnaireDao.class)
                    .findVersion(engagement.value(), number)
                    .map(row -> StoredJson.questionnaire(row.model()))
                    .orElseThrow(() -> new RefusedException(
                            ProblemType.NOT_FOUND,
                            "This engagement has no questionnaire version %d.".formatted(number)));
            // within a transaction the version may be its own, and be gone with it
            if (!handle.isInTransaction()) {
                remember(key, read);
            }
            return read;
        });
    }

    /** A version that may be of the caller's transaction. */
    Questionnaire frozen(Handle handle, EngagementId engagement, int number) {
        return handle.attach(QuestionnaireDao.class)
                .findVersion(engagement.value(), number)
                .map(row -> StoredJson.questionnaire(row.model()))
                .orElseThrow();
    }

    /** What is to be mended before it can be asked, in the order of the form. */
    public List<ModelProblem> problems(EngagementId id) {
        return ModelCheck.problems(current(id));
    }

    /** The latest frozen version; empty before the first launch or import. */
    public OptionalInt latestVersion(EngagementId id) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(QuestionnaireDao.class)
                        .findLatestVersion(id.value())
                        .map(row -> OptionalInt.of(row.number()))
                        .orElse(OptionalInt.empty()));
    }

    private void remember(VersionKey key, Questionnaire questionnaire) {
        if (versions.size() >= MOST_CACHED) {
            versions.clear();
        }
        versions.put(key, questionnaire);
    }

    private ModelStore.Change change(Caller caller, EngagementId id, String what) {
        return new ModelStore.Change(tools, caller, id, what);
    }

    private void write(Handle handle, ModelStore.Change change, Questionnaire before, Questionnaire after) {
        EngagementId id = change.engagement();
        settle(handle, lock(handle, id), after);
        ModelStore.replace(handle, change, before, after);
        handle.attach(EngagementDao.class).raiseVersion(id.value());
        tools.audit().record(change.caller(), "questionnaire.change", id.toString());
    }

    /** Languages and scale are the engagement's; they stay once answers were asked for under them. */
    private static void settle(Handle handle, Engagement engagement, Questionnaire model) {
        CreateEngagement now = CreateEngagement.like(engagement);
        CreateEngagement wanted = now.speaking(model.languages(), model.scalePoints());
        if (!wanted.equals(now)) {
            InputCheck check = new InputCheck();
            if (engagement.frozen()) {
                new EngagementCheck(check).frozen(engagement, wanted);
            }
            handle.attach(EngagementDao.class)
                    .updateQuestionnaire(
                            engagement.id().value(), StoredJson.write(model.languages()), model.scalePoints());
        }
    }

    private static Engagement lockUnused(Handle handle, EngagementId id, IntConsumer requireVersion) {
        Engagement engagement = lock(handle, id);
        handle.attach(QuestionnaireDao.class).findWaveBeingAnswered(id.value()).ifPresent(wave -> {
            throw new TouchpointsInUseException(wave);
        });
        requireVersion.accept(engagement.version());
        return engagement;
    }

    /** Holds the engagement until the transaction ends: nobody freezes its questionnaire or copies answers meanwhile. */
    public Engagement hold(Handle handle, EngagementId id) {
        return lock(handle, id);
    }

    private static Engagement lock(Handle handle, EngagementId id) {
        return handle.attach(EngagementDao.class)
                .findForUpdate(id.value())
                .map(EngagementRow::toEngagement)
                .orElseThrow(EngagementNotFoundException::new);
    }

    /**
     * A change of the model.
     *
     * @param what in a few words
     * @param by name of the person
     */
    public record Edit(int number, String what, String by, Instant at) {}

    private record VersionKey(EngagementId engagement, int number) {}
}
