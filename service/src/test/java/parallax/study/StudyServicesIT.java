package parallax.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.study.EngagementService.CreateEngagement;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class StudyServicesIT {

    private static final byte[] PUBLIC_KEY = {1, 2, 3};
    private static final List<SegmentVariable> SEGMENTS = List.of(
            new SegmentVariable("size", List.of("small", "large, \"very\"", "größer")),
            new SegmentVariable("region", List.of("south", "north")));

    private final Databases databases = TestDatabase.shared();
    private StudyFixture study = new StudyFixture(databases);

    @BeforeEach
    void clean() {
        TestDatabase.clean();
        study = new StudyFixture(databases);
    }

    @Test
    void aNewEngagementHasTheTwelveDefaultTouchpointsAndItsKey() {
        Engagement engagement = study.engagement();

        assertThat(study.feature().questionnaires().current(engagement.id()).touchpoints())
                .isEqualTo(study.feature().bank().defaultTouchpoints(List.of("en")));
        assertThat(study.feature().engagements().require(engagement.id())).isEqualTo(engagement);
        assertThat(study.keys().accountCode(engagement.id().value(), "Contoso")).hasSize(16);
        assertThat(study.audit())
                .containsExactly(
                        "Maria Alder engagement.create " + engagement.id(),
                        "Maria Alder questionnaire.change " + engagement.id());
    }

    @Test
    void aLanguageThatIsAddedBringsTheBanksWordsAndOneThatATouchpointLacksIsRefused() {
        Engagement engagement = study.engagement();
        EngagementInput french =
                new EngagementInput(null, null, List.of("en", "fr"), null, null, null, null, null, null);

        study.feature().engagements().update(StudyFixture.CONSULTANT, engagement.id(), french, version -> {});

        assertThat(study.feature().questionnaires().current(engagement.id()).touchpoints())
                .isEqualTo(study.feature().bank().defaultTouchpoints(List.of("en", "fr")));

        EngagementInput english = new EngagementInput(null, null, List.of("en"), null, null, null, null, null, null);
        study.feature().engagements().update(StudyFixture.CONSULTANT, engagement.id(), english, version -> {});
        study.feature()
                .questionnaires()
                .replaceTouchpoints(StudyFixture.CONSULTANT, engagement.id(), List.of(touchpoint("demo", "Live demo")));

        assertThatThrownBy(() -> study.feature()
                        .engagements()
                        .update(StudyFixture.CONSULTANT, engagement.id(), french, version -> {}))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(InputError::pointer, InputError::message)
                                .containsExactly(
                                        tuple(
                                                "/languages/1",
                                                "These touchpoints have no name in this language: demo. Set the language together with their names, in the questionnaire.")));
    }

    @Test
    void settingsThatWouldProtectTooLittleAreRefusedAllAtOnce() {
        CreateEngagement careless = new CreateEngagement(
                " ", "Nor\u0000thwind", List.of("nl", "en", "en"), 6, 0, 4, 2, 2, TeamScope.FUNCTION, false);

        assertThatThrownBy(() -> study.feature().engagements().create(StudyFixture.CONSULTANT, careless))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(InputError::pointer)
                                .containsExactly(
                                        "/name",
                                        "/client",
                                        "/languages/0",
                                        "/languages/2",
                                        "/scale_points",
                                        "/smallest_gap_percent",
                                        "/minimum_group",
                                        "/minimum_team",
                                        "/minimum_accounts"));
        assertThat(study.feature().engagements().list()).isEmpty();
    }

    @Test
    void launchingFreezesTheQuestionnaireAsVersionOneAndTheSettings() {
        Engagement engagement = study.engagement();
        Wave wave = study.wave(engagement, "Baseline");

        Wave open = launch(wave);

        assertThat(open.state()).isEqualTo(WaveState.OPEN);
        assertThat(open.source()).isEqualTo(AnswerSource.FIELDWORK);
        assertThat(open.questionnaireVersion()).isEqualTo(1);
        assertThat(open.launchedAt()).isEqualTo(study.instant());
        assertThat(study.feature().waves().publicKey(wave.id())).isEqualTo(PUBLIC_KEY);
        assertThat(study.feature().waves().segments(wave.id())).isEqualTo(SEGMENTS);
        assertThat(study.feature().waves().questionnaire(open))
                .isEqualTo(study.feature().questionnaires().current(engagement.id()));
        assertThatThrownBy(() -> study.feature()
                        .engagements()
                        .update(StudyFixture.CONSULTANT, engagement.id(), scale(7), version -> {}))
                .isInstanceOf(SettingsFrozenException.class)
                .hasMessageContaining("make a new engagement");
    }

    @Test
    void aLaunchThatIsRolledBackLeavesNothingFrozen() {
        Engagement engagement = study.engagement();
        Wave wave = study.wave(engagement, "Baseline");

        assertThatThrownBy(() -> databases.field().useTransaction(handle -> {
                    study.feature().waves().open(handle, wave.id(), PUBLIC_KEY, SEGMENTS);
                    throw new IllegalStateException("the mail server burnt down");
                }))
                .hasMessage("the mail server burnt down");

        assertThat(study.feature().waves().require(wave.id())).isEqualTo(wave);
        assertThat(study.feature().engagements().require(engagement.id()).frozen())
                .isFalse();
        assertThatThrownBy(() -> study.feature().questionnaires().version(engagement.id(), 1))
                .hasMessage("This engagement has no questionnaire version 1.");
    }

    @Test
    void aVersionThatWasReadBeforeItsLaunchWasRolledBackIsForgotten() {
        Engagement engagement = study.engagement();
        Wave wave = study.wave(engagement, "Baseline");
        List<Touchpoint> own = List.of(touchpoint("demo", "Live demo"));
        databases.field().useTransaction(handle -> {
            Wave open = study.feature().waves().open(handle, wave.id(), PUBLIC_KEY, SEGMENTS);
            assertThat(study.feature().waves().questionnaire(open).touchpoints())
                    .hasSize(12);
            handle.rollback();
        });

        study.feature().questionnaires().replaceTouchpoints(StudyFixture.CONSULTANT, engagement.id(), own);

        assertThat(study.feature().waves().questionnaire(launch(wave)).touchpoints())
                .isEqualTo(own);
    }

    @Test
    void anUnchangedQuestionnaireKeepsItsVersionAndAChangedOneGetsTheNext() {
        Engagement engagement = study.engagement();
        close(launch(study.wave(engagement, "Baseline")));
        Wave second = launch(study.wave(engagement, "Second"));
        close(second);
        study.feature()
                .questionnaires()
                .replaceTouchpoints(StudyFixture.CONSULTANT, engagement.id(), List.of(touchpoint("demo", "Live demo")));
        Wave third = launch(study.wave(engagement, "Third"));

        assertThat(second.questionnaireVersion()).isEqualTo(1);
        assertThat(third.questionnaireVersion()).isEqualTo(2);
        assertThat(study.feature().waves().questionnaire(second).touchpoints()).hasSize(12);
        assertThat(study.feature().waves().questionnaire(third).touchpoints())
                .containsExactly(touchpoint("demo", "Live demo"));
    }

    @Test
    void touchpointsStayAsTheyAreWhileAWaveIsBeingAnswered() {
        Engagement engagement = study.engagement();
        Engagement decoy = study.engagement("Decoy");
        Wave wave = launch(study.wave(engagement, "Baseline"));
        List<Touchpoint> own = List.of(touchpoint("demo", "Live demo"));

        assertThatThrownBy(() -> study.feature()
                        .questionnaires()
                        .replaceTouchpoints(StudyFixture.CONSULTANT, engagement.id(), own))
                .isInstanceOf(TouchpointsInUseException.class)
                .hasMessageContaining("Wave “Baseline” is being answered");
        study.feature().questionnaires().replaceTouchpoints(StudyFixture.CONSULTANT, decoy.id(), own);
        close(wave);
        study.feature().questionnaires().replaceTouchpoints(StudyFixture.CONSULTANT, engagement.id(), own);

        assertThat(study.feature().questionnaires().current(engagement.id()).touchpoints())
                .isEqualTo(own);
    }

    @Test
    void everyMoveOfAWaveIsAllowedFromExactlyItsStates() {
        Map<String, Set<WaveState>> allowed = Map.of(
                "open", Set.of(WaveState.DRAFT),
                "startClosing", Set.of(WaveState.OPEN),
                "close", Set.of(WaveState.OPEN, WaveState.CLOSING, WaveState.CLOSED),
                "closeImported", Set.of(WaveState.DRAFT));
        Engagement engagement = study.engagement();
        for (String move : allowed.keySet()) {
            for (WaveState state : WaveState.values()) {
                Wave wave = waveIn(state, study.wave(engagement, move + " " + state));
                boolean may = allowed.getOrDefault(move, Set.of()).contains(state);
                if (may) {
                    assertThatCode(() -> move(move, wave.id()))
                            .as(move + " from " + state)
                            .doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> move(move, wave.id()))
                            .as(move + " from " + state)
                            .isInstanceOfSatisfying(WaveStateException.class, refused -> {
                                assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
                                assertThat(refused).hasMessageContaining(wave.name());
                            });
                    assertThat(study.feature().waves().require(wave.id())).isEqualTo(wave);
                }
            }
        }
    }

    @Test
    void aRefusedMoveNamesTheStateAndWhatToDo() {
        Wave wave = study.wave(study.engagement(), "Baseline");

        assertThatThrownBy(() -> close(wave))
                .hasMessage("Wave “Baseline” is a draft. Launch it, or import answers into it, before it is closed.");
        launch(wave);
        assertThatThrownBy(() -> launch(wave))
                .hasMessage("Wave “Baseline” is open: it was launched and takes answers."
                        + " Only a draft can be launched. Make a new wave to ask again.");
    }

    @Test
    void ofTwoLaunchesAtOnceOneIsRefused() throws Exception {
        Wave wave = study.wave(study.engagement(), "Baseline");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Wave>> launches = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            launches.add(threads.submit(() -> {
                start.await();
                return launch(wave);
            }));
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        int launched = 0;
        for (Future<Wave> launch : launches) {
            try {
                launched += launch.get().state() == WaveState.OPEN ? 1 : 0;
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(WaveStateException.class);
            }
        }
        assertThat(launched).isEqualTo(1);
    }

    @Test
    void importedAnswersCloseADraftUnderTheLoginThatCountsAndMayBeImportedAgain() {
        Engagement engagement = study.engagement();
        Wave wave = study.wave(engagement, "2014");

        Wave first = importInto(wave);
        study.pass(Duration.ofDays(1));
        Wave second = importInto(wave);

        assertThat(first.state()).isEqualTo(WaveState.CLOSED);
        assertThat(first.source()).isEqualTo(AnswerSource.IMPORT);
        assertThat(first.questionnaireVersion()).isEqualTo(1);
        assertThat(first.answersVersion()).isEqualTo(1);
        assertThat(second.answersVersion()).isEqualTo(2);
        assertThat(second.closedAt()).isEqualTo(study.instant());
        assertThat(study.feature().waves().segments(wave.id())).isEqualTo(SEGMENTS);
        assertThat(study.feature().engagements().require(engagement.id()).frozen())
                .isTrue();
    }

    @Test
    void answersFromElsewhereNeverMixWithAnswersGivenHere() {
        Wave wave = launch(study.wave(study.engagement(), "Baseline"));
        close(wave);

        assertThatThrownBy(() -> importInto(wave))
                .isInstanceOf(WaveStateException.class)
                .hasMessageContaining("was answered here");
    }

    @Test
    void framesAreKeptByAudience() {
        Engagement engagement = study.engagement();
        Wave wave = study.wave(engagement, "2014");
        Wave decoy = study.wave(engagement, "2015");
        AudienceFrame sales = new AudienceFrame(14, Map.of("I", 12, "NC", 2), null, null);
        AudienceFrame customers = new AudienceFrame(null, Map.of(), List.of(0, 3, 11), Set.of(Measure.EXPERIENCE));

        databases.count().useTransaction(handle -> {
            study.feature().waves().saveFrame(handle, wave.id(), Audience.SALES, AudienceFrame.unknown());
            study.feature().waves().saveFrame(handle, wave.id(), Audience.SALES, sales);
            study.feature().waves().saveFrame(handle, wave.id(), Audience.CUSTOMER, customers);
            study.feature().waves().saveFrame(handle, decoy.id(), Audience.CUSTOMER, sales);
        });

        assertThat(study.feature().waves().frames(wave.id()))
                .isEqualTo(Map.of(Audience.SALES, sales, Audience.CUSTOMER, customers));
    }

    @Test
    void deletingAnEngagementTakesItsContentItsRowsAndItsKeysAndLeavesTheOthers() {
        Engagement engagement = study.engagement();
        Engagement decoy = study.engagement("Decoy");
        Wave wave = study.wave(engagement, "Baseline");
        study.keys().createWaveKeys(wave.id().value());
        launch(wave);
        study.wave(decoy, "Baseline");
        List<WaveState> statesSeen = new ArrayList<>();
        study.feature().add((EngagementContent)
                gone -> study.feature().waves().list(gone.id()).forEach(left -> statesSeen.add(left.state())));

        study.feature().engagements().delete(StudyFixture.CONSULTANT, engagement.id());

        assertThat(statesSeen)
                .as("no wave takes answers while content is deleted")
                .containsExactly(WaveState.CLOSED);
        assertThatThrownBy(() -> study.feature().engagements().require(engagement.id()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThatThrownBy(() -> study.feature().waves().require(wave.id())).isInstanceOf(WaveNotFoundException.class);
        assertThat(study.keys().opener(wave.id().value())).isEmpty();
        assertThatThrownBy(() -> study.keys().accountCode(engagement.id().value(), "Contoso"))
                .isInstanceOf(RuntimeException.class);
        assertThat(study.feature().engagements().list()).containsExactly(decoy);
        assertThat(study.feature().waves().list(decoy.id())).hasSize(1);
        assertThat(study.feature().questionnaires().current(decoy.id()).touchpoints())
                .hasSize(12);
        assertThat(rowsThatName(decoy.id(), "touchpoint")).isEqualTo(12);
        for (String table : List.of("engagement", "wave", "touchpoint", "questionnaire_version", "wave_segment")) {
            assertThat(rowsThatName(engagement.id(), table)).as(table).isZero();
        }
    }

    @Test
    void twoWavesOfAnEngagementCannotShareAName() {
        Engagement engagement = study.engagement();
        study.wave(engagement, "Baseline");
        study.wave(study.engagement("Decoy"), "Baseline");

        assertThatThrownBy(() -> study.wave(engagement, "Baseline")).isInstanceOf(WaveNameTakenException.class);
    }

    @Test
    void hostileTextIsStoredAsTyped() {
        String hostile = "<script>alert(1)</script>${7*7}#{7*7}{{7*7}}=HYPERLINK(\"x\";\"y\")'; --";
        Engagement engagement = study.engagement(hostile);
        Touchpoint touchpoint = touchpoint("demo", "=HYPERLINK(\"http://x\";\"<b>demo</b>\")");
        study.feature()
                .questionnaires()
                .replaceTouchpoints(StudyFixture.CONSULTANT, engagement.id(), List.of(touchpoint));

        Questionnaire questionnaire = study.feature().questionnaires().current(engagement.id());
        assertThat(study.feature().engagements().require(engagement.id()).name())
                .isEqualTo(hostile);
        assertThat(questionnaire.touchpoints()).containsExactly(touchpoint);
    }

    private static int rowsThatName(EngagementId engagement, String table) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM study." + table + " t WHERE CAST(to_jsonb(t) AS text) LIKE :id")
                        .bind("id", "%" + engagement + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    private Wave launch(Wave wave) {
        return databases
                .field()
                .inTransaction(handle -> study.feature().waves().open(handle, wave.id(), PUBLIC_KEY, SEGMENTS));
    }

    private void close(Wave wave) {
        databases.field().useTransaction(handle -> study.feature().waves().close(handle, wave.id()));
    }

    private Wave importInto(Wave wave) {
        return databases
                .count()
                .inTransaction(handle -> study.feature().waves().closeImported(handle, wave.id(), SEGMENTS));
    }

    private void move(String move, WaveId wave) {
        WaveService waves = study.feature().waves();
        databases.field().useTransaction(handle -> {
            switch (move) {
                case "open" -> waves.open(handle, wave, PUBLIC_KEY, SEGMENTS);
                case "startClosing" -> waves.startClosing(handle, wave);
                case "close" -> waves.close(handle, wave);
                case "closeImported" -> waves.closeImported(handle, wave, SEGMENTS);
                default -> throw new IllegalArgumentException(move);
            }
        });
    }

    private Wave waveIn(WaveState state, Wave draft) {
        if (state != WaveState.DRAFT) {
            launch(draft);
        }
        if (state != WaveState.DRAFT && state != WaveState.OPEN) {
            TestDatabase.owner()
                    .useHandle(handle -> handle.createUpdate("UPDATE study.wave SET state = :state WHERE id = :id")
                            .bind("state", state.code())
                            .bind("id", draft.id().value())
                            .execute());
        }
        return study.feature().waves().require(draft.id());
    }

    private static EngagementInput scale(int points) {
        return new EngagementInput(null, null, null, points, null, null, null, null, null);
    }

    private static Touchpoint touchpoint(String key, String label) {
        return new Touchpoint(key, Map.of("en", label), Owner.SALES, Phase.DECIDE);
    }
}
