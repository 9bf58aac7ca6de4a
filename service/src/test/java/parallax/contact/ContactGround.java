package parallax.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.Json;
import parallax.web.Role;

/** An empty database with the services that people stand on. */
final class ContactGround implements AutoCloseable {

    static final Caller CALLER = new Caller(UUID.randomUUID(), "ann@parallax.example", "Ann", Role.CONSULTANT);

    final Databases databases = TestDatabase.shared();
    final List<String> audited = new ArrayList<>();
    final Path keyFolder;
    final StudyFeature study;
    final Jobs jobs;
    final Incoming incoming;
    final ContactFeature feature;
    final ContactService contacts;
    final ContactImport imports;
    final ContactEditing editing;

    ContactGround() {
        TestDatabase.clean();
        try {
            keyFolder = Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KeyFiles keys = KeyFiles.open(keyFolder, true);
        Audit audit = (caller, action, subject) -> audited.add(action);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
        study = new StudyFeature(databases.field(), keys, audit, clock);
        incoming = Incoming.in(keyFolder.resolve("incoming"));
        jobs = new Jobs(databases, Json.configure(new ObjectMapper()), failure -> "{\"detail\": \"failed\"}");
        feature = new ContactFeature(
                new ContactFeature.Ground(databases, jobs, incoming, keys, audit), study.engagements(), clock);
        contacts = feature.contacts();
        imports = new ContactImport(
                databases.field(),
                study.engagements(),
                keys,
                audit,
                new ContactImport.Sources(clock, UUID::randomUUID));
        editing = new ContactEditing(databases.field(), study.engagements(), audit, UUID::randomUUID);
    }

    /** An engagement in English and German; the bank has English words only, so the second language is added below it. */
    Engagement engagement(String name, String client) {
        EngagementId id = study.engagements()
                .create(CALLER, CreateEngagement.named(name, client))
                .id();
        TestDatabase.owner()
                .useHandle(handle ->
                        handle.execute("UPDATE study.engagement SET languages = '{en,de}' WHERE id = ?", id.value()));
        return study.engagements().require(id);
    }

    void rename(Engagement engagement, String client) {
        TestDatabase.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE study.engagement SET client = ? WHERE id = ?",
                        client,
                        engagement.id().value()));
    }

    ContactImport.Outcome importText(Engagement engagement, String text) {
        return run(engagement, text, false);
    }

    ContactImport.Outcome check(Engagement engagement, String text) {
        return run(engagement, text, true);
    }

    private ContactImport.Outcome run(Engagement engagement, String text, boolean dryRun) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ReceivedFile file = incoming.receive(new ByteArrayInputStream(bytes), ContactsResource.MOST_BYTES)) {
            return imports.importContacts(CALLER, engagement.id(), new ContactImport.Order(file, dryRun), row -> {});
        }
    }

    List<ContactView> all(Engagement engagement) {
        return editing.list(engagement.id(), 200, null).items();
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
