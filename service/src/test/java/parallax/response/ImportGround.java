package parallax.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Touchpoint;
import parallax.study.EngagementId;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.StudyFeature;
import parallax.study.WaveId;
import parallax.study.WaveService.CreateWave;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.Role;

/** An empty database with the services an import stands on. */
final class ImportGround implements AutoCloseable {

    static final Caller CALLER = new Caller(UUID.randomUUID(), "ann@parallax.example", "Ann", Role.CONSULTANT);
    static final String HEADER = "audience,account,respondent,segment,touchpoint,importance,experience\n";

    final Databases databases = TestDatabase.shared();
    final List<String> audited = new ArrayList<>();
    final Path keyFolder;
    final KeyFiles keys;
    final StudyFeature study;
    final ResponseFeature responses;
    final Jobs jobs;
    final Incoming incoming;

    ImportGround() {
        TestDatabase.clean();
        try {
            keyFolder = Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys = KeyFiles.open(keyFolder, true);
        study = new StudyFeature(
                databases.field(), keys, (caller, action, subject) -> audited.add(action), InstantSource.system());
        incoming = Incoming.in(keyFolder.resolve("incoming"));
        jobs = new Jobs(
                databases,
                parallax.web.Json.configure(new com.fasterxml.jackson.databind.ObjectMapper()),
                failure -> "{\"detail\": \"failed\"}");
        responses = new ResponseFeature(
                new ResponseFeature.Ground(
                        databases, jobs, incoming, keys, (caller, action, subject) -> audited.add(action)),
                study.waves(),
                study.questionnaires(),
                new Random(11));
    }

    EngagementId engagement(String name) {
        return study.engagements()
                .create(CALLER, CreateEngagement.named(name, "Northwind"))
                .id();
    }

    EngagementId engagement(String name, String... touchpoints) {
        EngagementId id = engagement(name);
        study.questionnaires()
                .replaceTouchpoints(
                        CALLER,
                        id,
                        Arrays.stream(touchpoints)
                                .map(key -> new Touchpoint(key, Map.of("en", key), Owner.SHARED, Phase.USE))
                                .toList());
        return id;
    }

    WaveId wave(EngagementId engagement, String name) {
        return study.waves()
                .create(CALLER, engagement, CreateWave.named(name, EnumSet.allOf(Audience.class)))
                .id();
    }

    ResponseImport.Imported importText(WaveId wave, String rows) {
        return importBytes(wave, new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    ResponseImport.Imported importBytes(WaveId wave, InputStream content) {
        try (ReceivedFile file = incoming.receive(content, 64 << 20)) {
            return responses.imports().importAnswers(CALLER, wave, file, row -> {});
        }
    }

    List<Response> stored(WaveId wave) {
        List<Response> stored = new ArrayList<>();
        responses.store().stream(wave, stored::add);
        return stored;
    }

    @Override
    public void close() {
        jobs.close();
        incoming.close();
        try (Stream<Path> files = Files.walk(keyFolder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
