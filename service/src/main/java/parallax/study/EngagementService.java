package parallax.study;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.web.Caller;

/** Engagements and their settings. */
public final class EngagementService {

    private final StudyTools tools;
    private final Bank bank;
    private final List<EngagementContent> contents = new CopyOnWriteArrayList<>();

    EngagementService(StudyTools tools, Bank bank) {
        this.tools = tools;
        this.bank = bank;
    }

    /** What a feature keeps for engagements; deleted with each, in the order added. Called while wiring. */
    public void addContent(EngagementContent content) {
        contents.add(content);
    }

    /**
     * Makes an engagement with the default touchpoints of the bank and its key.
     *
     * @throws InvalidInputException naming every setting that cannot be taken
     */
    public Engagement create(Caller caller, CreateEngagement command) {
        InputCheck check = new InputCheck();
        new EngagementCheck(check).settings(command);
        check.finish();
        UUID id = tools.ids().get();
        tools.keys().createEngagementKey(id);
        try {
            return tools.jdbi()
                    .inTransaction(handle -> insert(
                            handle,
                            caller,
                            EngagementRow.of(id, command, tools.clock().instant())));
        } catch (RuntimeException e) {
            tools.keys().destroyEngagementKey(id);
            throw e;
        }
    }

    Engagement create(Caller caller, EngagementInput input) {
        InputCheck check = new InputCheck();
        CreateEngagement command = input.over(CreateEngagement.named("", ""), check);
        new EngagementCheck(check).settings(command);
        check.finish();
        return create(caller, command);
    }

    /**
     * Changes settings.
     *
     * @param requireVersion refuses a version that the caller did not read
     * @throws SettingsFrozenException for a setting that figures rest on, after the first launch or import
     */
    Engagement update(Caller caller, EngagementId id, EngagementInput input, IntConsumer requireVersion) {
        return tools.jdbi().inTransaction(handle -> {
            EngagementDao dao = handle.attach(EngagementDao.class);
            EngagementRow row = dao.findForUpdate(id.value()).orElseThrow(EngagementNotFoundException::new);
            Engagement engagement = row.toEngagement();
            requireVersion.accept(engagement.version());
            InputCheck check = new InputCheck();
            CreateEngagement settings = input.over(CreateEngagement.like(engagement), check);
            new EngagementCheck(check).settings(settings);
            check.finish();
            if (engagement.frozen()) {
                new EngagementCheck(check).frozen(engagement, settings);
            }
            if (!settings.languages().equals(engagement.languages())) {
                speak(
                        handle,
                        new ModelStore.Change(tools, caller, id, "Languages"),
                        engagement,
                        settings.languages(),
                        check);
            }
            dao.update(EngagementRow.of(id.value(), settings, row.createdAt()));
            tools.audit().record(caller, "engagement.change", id.toString());
            return require(handle, id);
        });
    }

    /** @throws parallax.web.RefusedException NOT_FOUND */
    public Engagement require(EngagementId id) {
        return tools.jdbi().withHandle(handle -> require(handle, id));
    }

    /** By name. */
    public List<Engagement> list() {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(EngagementDao.class).list().stream()
                        .map(EngagementRow::toEngagement)
                        .toList());
    }

    /** Removes people, answers, releases and keys. May be repeated when it was interrupted. */
    public void delete(Caller caller, EngagementId id) {
        Engagement engagement = require(id);
        // first of all no wave takes answers any more: nothing new is sealed while the rest goes
        List<UUID> waves = tools.jdbi().inTransaction(handle -> {
            WaveDao dao = handle.attach(WaveDao.class);
            dao.stopAll(id.value(), tools.clock().instant());
            return dao.listIds(id.value());
        });
        contents.forEach(content -> content.deleteContent(engagement));
        tools.jdbi().useTransaction(handle -> {
            handle.attach(WaveDao.class).deleteAll(id.value());
            handle.attach(EngagementDao.class).delete(id.value());
            tools.audit().record(caller, "engagement.delete", id.toString());
        });
        waves.forEach(tools.keys()::destroyWaveKeys);
        tools.keys().destroyEngagementKey(id.value());
    }

    /** As above, when the name is confirmed. */
    void delete(Caller caller, EngagementId id, @Nullable String confirm, IntConsumer requireVersion) {
        Engagement engagement = require(id);
        requireVersion.accept(engagement.version());
        if (!engagement.name().equals(confirm == null ? null : confirm.strip())) {
            throw new NotConfirmedException(engagement.name(), confirm);
        }
        delete(caller, id);
    }

    private Engagement insert(Handle handle, Caller caller, EngagementRow row) {
        handle.attach(EngagementDao.class).insert(row);
        ModelStore.create(handle, row.id(), bank.defaultModel(row.toEngagement().languages(), row.scalePoints()));
        tools.audit().record(caller, "engagement.create", row.id().toString());
        return row.toEngagement();
    }

    /** Gives the touchpoints their words in the languages that the bank knows; refuses a language in which one has no name. */
    private void speak(
            Handle handle, ModelStore.Change change, Engagement engagement, List<String> languages, InputCheck check) {
        Questionnaire before = ModelStore.read(handle, engagement);
        List<Touchpoint> touchpoints = before.touchpoints().stream()
                .map(touchpoint -> bank.inLanguages(touchpoint, languages))
                .toList();
        for (int i = 0; i < languages.size(); i++) {
            String language = languages.get(i);
            List<String> nameless = touchpoints.stream()
                    .filter(touchpoint -> !touchpoint.labels().containsKey(language))
                    .map(Touchpoint::key)
                    .toList();
            if (!nameless.isEmpty()) {
                check.error(
                        "/languages/" + i,
                        language,
                        "These touchpoints have no name in this language: %s. Set the language together with their names, in the questionnaire."
                                .formatted(String.join(", ", nameless)));
            }
        }
        check.finish();
        ModelStore.replace(
                handle,
                change,
                before,
                new Questionnaire(
                        languages,
                        engagement.scalePoints(),
                        touchpoints,
                        bank.inLanguages(before.pages(), languages),
                        ModelReader.spoken(before.texts(), languages)));
    }

    private static Engagement require(Handle handle, EngagementId id) {
        return handle.attach(EngagementDao.class)
                .find(id.value())
                .map(EngagementRow::toEngagement)
                .orElseThrow(EngagementNotFoundException::new);
    }

    /** Settings of a new engagement. */
    public record CreateEngagement(
            String name,
            String client,
            List<String> languages,
            int scalePoints,
            double smallestGapPercent,
            int minimumGroup,
            int minimumTeam,
            int minimumAccounts,
            TeamScope teamScope,
            boolean sample) {

        public CreateEngagement {
            languages = List.copyOf(languages);
        }

        public static CreateEngagement named(String name, String client) {
            return new CreateEngagement(name, client, List.of("en"), 5, 12.5, 5, 5, 3, TeamScope.FUNCTION, false);
        }

        CreateEngagement speaking(List<String> otherLanguages, int points) {
            return new CreateEngagement(
                    name,
                    client,
                    otherLanguages,
                    points,
                    smallestGapPercent,
                    minimumGroup,
                    minimumTeam,
                    minimumAccounts,
                    teamScope,
                    sample);
        }

        static CreateEngagement like(Engagement engagement) {
            return new CreateEngagement(
                    engagement.name(),
                    engagement.client(),
                    engagement.languages(),
                    engagement.scalePoints(),
                    engagement.smallestGapPercent(),
                    engagement.minimumGroup(),
                    engagement.minimumTeam(),
                    engagement.minimumAccounts(),
                    engagement.teamScope(),
                    engagement.sample());
        }
    }
}
