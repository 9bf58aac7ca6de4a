package parallax.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import parallax.database.Databases;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.WaveService.CreateWave;
import parallax.web.Caller;
import parallax.web.Role;

/** The study's services on a real database, with key files of their own, a clock that stands, and an audit one can read. */
public final class StudyFixture implements InstantSource {

    public static final Caller CONSULTANT = new Caller(
            UUID.fromString("00000000-0000-4000-8000-00000000c0de"),
            "maria@alderfinch.example",
            "Maria Alder",
            Role.CONSULTANT);

    private final KeyFiles keys;
    private final StudyFeature feature;
    private final List<String> audit = new ArrayList<>();
    private Instant now = Instant.parse("2030-11-05T09:00:00Z");

    public StudyFixture(Databases databases) {
        this.keys = KeyFiles.open(privateFolder(), true);
        this.feature = new StudyFeature(
                databases.field(),
                keys,
                (caller, action, subject) -> audit.add(caller.name() + " " + action + " " + subject),
                this);
    }

    public KeyFiles keys() {
        return keys;
    }

    public StudyFeature feature() {
        return feature;
    }

    public List<String> audit() {
        return audit;
    }

    public Engagement engagement() {
        return engagement("Northwind 2030");
    }

    /** One that asks ratings only. */
    public Engagement engagement(String name) {
        Engagement engagement = feature.engagements().create(CONSULTANT, CreateEngagement.named(name, "Northwind"));
        feature.questionnaires()
                .change(
                        CONSULTANT,
                        engagement.id(),
                        version -> {},
                        "Ratings only",
                        model -> new Questionnaire(model.languages(), model.scalePoints(), model.touchpoints()));
        return feature.engagements().require(engagement.id());
    }

    /** A draft that asks all who rate. */
    public Wave wave(Engagement engagement, String name) {
        Set<Audience> all = EnumSet.copyOf(Audience.raters());
        return feature.waves().create(CONSULTANT, engagement.id(), CreateWave.named(name, all));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    private static Path privateFolder() {
        try {
            Path folder = Files.createTempDirectory(
                    "parallax-test-keys",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
