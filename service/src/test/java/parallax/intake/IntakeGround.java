package parallax.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import parallax.contact.ContactFeature;
import parallax.contact.ContactService;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.StudyFeature;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.table.SheetWriter;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.Json;
import parallax.web.Role;

/** An empty database with the services that people, and files of people, stand on. */
public final class IntakeGround implements AutoCloseable {

    public static final Caller CALLER = new Caller(UUID.randomUUID(), "ann@parallax.example", "Ann", Role.CONSULTANT);

    public final Databases databases = TestDatabase.shared();
    public final List<String> audited = new ArrayList<>();
    public final Path keyFolder;
    public final StudyFeature study;
    public final Jobs jobs;
    public final Incoming incoming;
    public final ContactFeature people;
    public final ContactService contacts;
    public final Audit audit = (caller, action, subject) -> audited.add(action);
    public Instant now = Instant.parse("2026-03-01T10:00:00Z");
    final KeyFiles keys;
    final IntakeFeature feature;
    final IntakeService intakes;
    final ImportService imports;

    public IntakeGround() {
        TestDatabase.clean();
        try {
            keyFolder = Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys = KeyFiles.open(keyFolder, true);
        study = new StudyFeature(databases.field(), keys, audit, () -> now);
        incoming = Incoming.in(keyFolder.resolve("incoming"));
        jobs = new Jobs(databases, Json.configure(new ObjectMapper()), failure -> "{\"detail\": \"failed\"}");
        people = new ContactFeature(new ContactFeature.Ground(databases, keys, audit), study.engagements());
        contacts = people.contacts();
        feature = new IntakeFeature(
                new IntakeFeature.Ground(databases, jobs, incoming, keys, audit),
                people,
                study.engagements(),
                () -> now);
        IntakeTools tools = new IntakeTools(
                databases.field(),
                keys,
                study.engagements(),
                people.batches(),
                jobs,
                incoming,
                audit,
                () -> now,
                UUID::randomUUID);
        intakes = new IntakeService(tools);
        imports = new ImportService(tools);
    }

    public void register(JerseyEnvironment jersey) {
        people.register(jersey);
        feature.register(jersey);
    }

    /** An engagement in English and German; the bank has English words only, so the second language is added below it. */
    public Engagement engagement(String name, String client) {
        EngagementId id = study.engagements()
                .create(CALLER, CreateEngagement.named(name, client))
                .id();
        TestDatabase.owner()
                .useHandle(handle ->
                        handle.execute("UPDATE study.engagement SET languages = '{en,de}' WHERE id = ?", id.value()));
        return study.engagements().require(id);
    }

    public void rename(Engagement engagement, String client) {
        TestDatabase.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE study.engagement SET client = ? WHERE id = ?",
                        client,
                        engagement.id().value()));
    }

    /** Imports a file as the API does. */
    public ImportReport importText(Engagement engagement, String text) {
        return run(engagement, text, false);
    }

    public ImportReport check(Engagement engagement, String text) {
        return run(engagement, text, true);
    }

    /** Takes an import back. */
    public void undo(UUID importId) {
        imports.undo(CALLER, importId);
    }

    /** What is kept of the rejected rows of an import, as "row: what is wrong". */
    public List<String> rejected(UUID importId) {
        return imports.listRejected(importId, 0, 100).stream()
                .flatMap(row -> row.problems().stream().map(problem -> row.number() + ": " + problem.message()))
                .toList();
    }

    private ImportReport run(Engagement engagement, String text, boolean dryRun) {
        try (ReceivedFile file = received(text.getBytes(StandardCharsets.UTF_8))) {
            return intakes.importAtOnce(
                    CALLER,
                    engagement.id(),
                    new IntakeService.Order(file, MappingInput.OF_THE_HEADER, dryRun),
                    done -> {});
        }
    }

    ReceivedFile received(byte[] bytes) {
        return incoming.receive(new ByteArrayInputStream(bytes), IntakeService.MOST_BYTES);
    }

    /** Uploads a file as the page does. */
    UUID upload(Engagement engagement, byte[] bytes) {
        try (ReceivedFile file = received(bytes)) {
            return intakes.upload(CALLER, engagement.id(), file).intake();
        }
    }

    UUID upload(Engagement engagement, String text) {
        return upload(engagement, text.getBytes(StandardCharsets.UTF_8));
    }

    IntakeService.Shown shown(Engagement engagement, UUID intake) {
        return intakes.require(CALLER, engagement.id(), intake);
    }

    /** A workbook of one sheet; the first row names the columns. */
    static byte[] workbook(List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter sheet = SheetWriter.open(bytes, "People", rows.get(0))) {
            rows.subList(1, rows.size()).forEach(sheet::add);
        }
        return bytes.toByteArray();
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
