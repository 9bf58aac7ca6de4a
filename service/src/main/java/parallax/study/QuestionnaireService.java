package parallax.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.Mirror;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.study.EngagementService.CreateEngagement;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The questionnaire of an engagement: what is edited, and its frozen versions. */
public final class QuestionnaireService {

    private static final int MOST_CACHED = 500;

    private final StudyTools tools;
    private final TouchpointReader reader;
    private final Map<VersionKey, Questionnaire> versions = new ConcurrentHashMap<>();

    QuestionnaireService(StudyTools tools, Bank bank) {
        this.tools = tools;
        this.reader = new TouchpointReader(bank);
    }

    /** As it stands now. */
    public Questionnaire current(EngagementId engagement) {
        // languages and touchpoints from one snapshot, so that they fit
        return tools.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            EngagementRow row = handle.attach(EngagementDao.class)
                    .find(engagement.value())
                    .orElseThrow(EngagementNotFoundException::new);
            return read(handle, row.toEngagement());
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
            write(handle, caller, id, touchpoints);
        });
    }

    /**
     * Replaces touchpoints, and languages and scale where the input names them.
     *
     * @throws SettingsFrozenException for another language or scale after the first launch or import
     */
    void replaceModel(Caller caller, EngagementId id, QuestionnaireInput input, IntConsumer requireVersion) {
        tools.jdbi().useTransaction(handle -> {
            Engagement engagement = lockUnused(handle, id, requireVersion);
            InputCheck check = new InputCheck();
            CreateEngagement settings = input.settings().over(CreateEngagement.like(engagement), check);
            new EngagementCheck(check).settings(settings);
            List<Touchpoint> touchpoints =
                    reader.read(input.touchpoints(), settings.languages(), "/touchpoints", check);
            check.finish();
            if (engagement.frozen()) {
                new EngagementCheck(check).frozen(engagement, settings);
            }
            input.checkDerived(new Questionnaire(settings.languages(), settings.scalePoints(), touchpoints), check);
            check.finish();
            handle.attach(EngagementDao.class)
                    .updateQuestionnaire(id.value(), StoredJson.write(settings.languages()), settings.scalePoints());
            write(handle, caller, id, touchpoints);
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
                        ProblemType.NOT_FOUND, "There are forms of customer, sales and marketing."));
        String wanted = language.isEmpty() ? questionnaire.defaultLanguage() : language;
        if (!questionnaire.languages().contains(wanted)) {
            throw new InvalidInputException(List.of(InputError.field(
                    "language",
                    InputCheck.visible(language),
                    "The engagement is not in this language. Use: " + String.join(", ", questionnaire.languages())
                            + ".")));
        }
        return Form.of(questionnaire, asked, wanted);
    }

    /** Why touchpoints cannot be changed now, in a sentence; empty when they can. */
    Optional<String> lockedBecause(EngagementId engagement) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(QuestionnaireDao.class)
                        .findWaveBeingAnswered(engagement.value())
                        .map(TouchpointsInUseException::because));
    }

    /** Freezes what stands now, in the caller's transaction; the number of the equal latest version, or of a new one. Freezes the engagement's settings too. */
    public int freeze(Handle handle, EngagementId id) {
        Engagement engagement = lock(handle, id);
        Questionnaire questionnaire = read(handle, engagement);
        List<String> differences = Mirror.differences(questionnaire);
        if (!differences.isEmpty()) {
            throw new IllegalStateException("the audiences' forms drifted apart: " + String.join("; ", differences));
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

    private void remember(VersionKey key, Questionnaire questionnaire) {
        if (versions.size() >= MOST_CACHED) {
            versions.clear();
        }
        versions.put(key, questionnaire);
    }

    static List<TouchpointRow> rows(List<Touchpoint> touchpoints) {
        List<TouchpointRow> rows = new ArrayList<>();
        for (Touchpoint touchpoint : touchpoints) {
            rows.add(TouchpointRow.of(rows.size(), touchpoint));
        }
        return rows;
    }

    private void write(Handle handle, Caller caller, EngagementId id, List<Touchpoint> touchpoints) {
        QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
        dao.deleteTouchpoints(id.value());
        dao.insertTouchpoints(id.value(), rows(touchpoints));
        handle.attach(EngagementDao.class).raiseVersion(id.value());
        tools.audit().record(caller, "touchpoints.replace", id.toString());
    }

    private static Engagement lockUnused(Handle handle, EngagementId id, IntConsumer requireVersion) {
        Engagement engagement = lock(handle, id);
        handle.attach(QuestionnaireDao.class).findWaveBeingAnswered(id.value()).ifPresent(wave -> {
            throw new TouchpointsInUseException(wave);
        });
        requireVersion.accept(engagement.version());
        return engagement;
    }

    private static Questionnaire read(Handle handle, Engagement engagement) {
        List<Touchpoint> touchpoints =
                handle
                        .attach(QuestionnaireDao.class)
                        .listTouchpoints(engagement.id().value())
                        .stream()
                        .map(TouchpointRow::toTouchpoint)
                        .toList();
        return new Questionnaire(engagement.languages(), engagement.scalePoints(), touchpoints);
    }

    private static Engagement lock(Handle handle, EngagementId id) {
        return handle.attach(EngagementDao.class)
                .findForUpdate(id.value())
                .map(EngagementRow::toEngagement)
                .orElseThrow(EngagementNotFoundException::new);
    }

    private record VersionKey(EngagementId engagement, int number) {}
}
