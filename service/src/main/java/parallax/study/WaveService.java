package parallax.study;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ModelTexts;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.study.WaveStateException.Attempt;
import parallax.web.Caller;

/**
 * Waves, their states, frames and segments. State moves run in the caller's transaction, under its own login; each locks
 * the wave's row first and is refused with {@link WaveStateException} (409) when the state does not allow it.
 */
public final class WaveService {

    private final StudyTools tools;
    private final QuestionnaireService questionnaires;
    private final List<ReleasedWaves> released = new CopyOnWriteArrayList<>();

    WaveService(StudyTools tools, QuestionnaireService questionnaires) {
        this.tools = tools;
        this.questionnaires = questionnaires;
    }

    /**
     * Makes a wave in draft.
     *
     * @throws InvalidInputException naming every value that cannot be taken
     * @throws WaveNameTakenException when the engagement has one of that name
     */
    public Wave create(Caller caller, EngagementId engagement, CreateWave command) {
        InputCheck check = new InputCheck();
        new WaveCheck(check).settings(command, null, tools.clock().instant());
        check.finish();
        WaveRow row =
                WaveRow.of(tools.ids().get(), engagement, command, tools.clock().instant());
        return tools.jdbi().inTransaction(handle -> {
            if (handle.attach(EngagementDao.class)
                    .findForUpdate(engagement.value())
                    .isEmpty()) {
                throw new EngagementNotFoundException();
            }
            if (!handle.attach(WaveDao.class).insert(row)) {
                throw new WaveNameTakenException(row.name());
            }
            tools.audit().record(caller, "wave.create", row.id().toString());
            return row.toWave();
        });
    }

    Wave create(Caller caller, EngagementId engagement, WaveInput input) {
        InputCheck check = new InputCheck();
        CreateWave command = input.over(CreateWave.named("", Set.of()), check);
        new WaveCheck(check).settings(command, null, tools.clock().instant());
        check.finish();
        return create(caller, engagement, command);
    }

    /**
     * Changes a wave: its name at any time, dates and reminders until it begins to close, audiences in draft.
     *
     * @param requireVersion refuses a version that the caller did not read
     */
    Wave update(Caller caller, WaveId id, WaveInput input, IntConsumer requireVersion) {
        return tools.jdbi().inTransaction(handle -> {
            WaveDao dao = handle.attach(WaveDao.class);
            Wave wave = lockForUpdate(handle, id);
            requireVersion.accept(wave.version());
            InputCheck check = new InputCheck();
            CreateWave wanted = input.over(CreateWave.like(wave), check);
            new WaveCheck(check).settings(wanted, wave.closesAt(), tools.clock().instant());
            check.finish();
            refuseLateChanges(wave, wanted);
            WaveRow row = WaveRow.of(
                    id.value(), wave.engagementId(), wanted, tools.clock().instant());
            if (dao.isNameTaken(row.engagementId(), row.name(), row.id())) {
                throw new WaveNameTakenException(row.name());
            }
            dao.update(row);
            tools.audit().record(caller, "wave.change", id.toString());
            return find(handle, id);
        });
    }

    /** @throws parallax.web.RefusedException NOT_FOUND */
    public Wave require(WaveId id) {
        return tools.jdbi().withHandle(handle -> find(handle, id));
    }

    /** Oldest first. */
    public List<Wave> list(EngagementId engagement) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(WaveDao.class).list(engagement.value()).stream()
                        .map(WaveRow::toWave)
                        .toList());
    }

    /**
     * The frozen questionnaire version of a launched or imported wave.
     *
     * @throws WaveStateException for a draft
     */
    public Questionnaire questionnaire(Wave wave) {
        Integer version = wave.questionnaireVersion();
        if (version == null) {
            throw new WaveStateException(wave, Attempt.READ_QUESTIONNAIRE);
        }
        return corrected(wave, questionnaires.version(wave.engagementId(), version));
    }

    /** Keys of touchpoints and items that a wave does not ask any more; their positions stay. */
    public Set<String> stopped(WaveId id) {
        return changes(id).stream()
                .filter(WaveChange::isStop)
                .map(WaveChange::subject)
                .collect(Collectors.toSet());
    }

    /** What was changed while a wave was answered, oldest first. */
    public List<WaveChange> changes(WaveId id) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(WaveChangeDao.class).list(id.value()).stream()
                        .map(WaveChangeRow::toChange)
                        .toList());
    }

    /** With the typos that were mended while it was answered. */
    private Questionnaire corrected(Wave wave, Questionnaire frozen) {
        Questionnaire corrected = frozen;
        for (WaveChange change : changes(wave.id())) {
            WaveChange.Corrected text = change.text();
            if (text != null) {
                corrected = ModelTexts.with(corrected, text.language(), Map.of(text.place(), text.after()));
            }
        }
        return corrected;
    }

    private static void refuseUnaskedLeadership(Wave wave, Questionnaire questionnaire) {
        boolean asked = questionnaire.items().stream().anyMatch(item -> item.isAskedOf(Audience.LEADERSHIP));
        if (wave.audiences().contains(Audience.LEADERSHIP) && !asked) {
            throw WaveStateException.nothingForLeadership(wave);
        }
    }

    /** Reads the wave and holds it against any state change until the transaction ends (FOR SHARE). */
    public Wave lockForShare(Handle handle, WaveId id) {
        return known(handle.attach(WaveDao.class).findForShare(id.value()));
    }

    /** Reads the wave and holds it for a state change (FOR UPDATE). */
    public Wave lockForUpdate(Handle handle, WaveId id) {
        return known(handle.attach(WaveDao.class).findForUpdate(id.value()));
    }

    /** @throws WaveStateException unless the wave is a draft */
    public void requireLaunchable(Wave wave) {
        refuseUnless(wave.state() == WaveState.DRAFT, wave, Attempt.LAUNCH);
    }

    /** draft to open: freezes the questionnaire, stores public key, segments and source. */
    public Wave open(Handle handle, WaveId id, byte[] publicKey, List<SegmentVariable> segments) {
        Wave wave = lockForUpdate(handle, id);
        requireLaunchable(wave);
        int version = questionnaires.freeze(handle, wave.engagementId());
        refuseUnaskedLeadership(wave, questionnaires.frozen(handle, wave.engagementId(), version));
        boolean moved = handle.attach(WaveDao.class)
                .open(id.value(), version, publicKey, tools.clock().instant());
        refuseUnless(moved, wave, Attempt.LAUNCH);
        WaveParts.replaceSegments(handle, id, segments);
        return find(handle, id);
    }

    /**
     * open back to draft: undoes {@link #open} while no mail has left, which the caller makes sure of. The engagement's
     * settings can be changed again unless another wave was launched.
     */
    public void returnToDraft(Handle handle, WaveId id) {
        Wave wave = lockForUpdate(handle, id);
        refuseUnless(handle.attach(WaveDao.class).returnToDraft(id.value()), wave, Attempt.CANCEL_LAUNCH);
        WavePartsDao parts = handle.attach(WavePartsDao.class);
        parts.deleteSegments(id.value());
        handle.attach(WaveChangeDao.class).deleteAll(id.value());
        parts.deleteFrames(id.value());
        handle.attach(EngagementDao.class).thaw(wave.engagementId().value());
    }

    /** open to closing. */
    public void startClosing(Handle handle, WaveId id) {
        Wave wave = lockForUpdate(handle, id);
        refuseUnless(handle.attach(WaveDao.class).startClosing(id.value()), wave, Attempt.START_CLOSING);
    }

    /** open or closing to closed; a closed wave stays as it is. */
    public void close(Handle handle, WaveId id) {
        Wave wave = lockForUpdate(handle, id);
        if (wave.state() != WaveState.CLOSED) {
            boolean moved =
                    handle.attach(WaveDao.class).close(id.value(), tools.clock().instant());
            refuseUnless(moved, wave, Attempt.CLOSE);
        }
    }

    /** closed to sealed; whoever calls destroys the keys. */
    public void seal(Handle handle, WaveId id) {
        Wave wave = lockForUpdate(handle, id);
        refuseUnless(handle.attach(WaveDao.class).seal(id.value()), wave, Attempt.SEAL);
    }

    /** draft or imported to closed with source import: freezes the questionnaire unless frozen, stores segments, raises answers_version. */
    public Wave closeImported(Handle handle, WaveId id, List<SegmentVariable> segments) {
        Wave wave = lockForUpdate(handle, id);
        requireImportable(wave);
        Integer known = wave.questionnaireVersion();
        int version = known == null ? questionnaires.freeze(handle, wave.engagementId()) : known;
        boolean moved = handle.attach(WaveDao.class)
                .closeImported(id.value(), version, tools.clock().instant());
        refuseUnless(moved, wave, Attempt.IMPORT);
        WaveParts.replaceSegments(handle, id, segments);
        return find(handle, id);
    }

    /**
     * Whether answers may be imported: into a draft, and again into a wave whose answers are all imported.
     *
     * @throws WaveStateException otherwise
     */
    public void requireImportable(Wave wave) {
        if (wave.source() == AnswerSource.FIELDWORK) {
            throw WaveStateException.notOfImport(wave);
        }
        if (isReleased(wave.id())) {
            throw WaveStateException.released(wave);
        }
        boolean again = wave.state() == WaveState.CLOSED && wave.source() == AnswerSource.IMPORT;
        refuseUnless(wave.state() == WaveState.DRAFT || again, wave, Attempt.IMPORT);
    }

    /** Whether figures of a wave were ever released: its answers then stay as they are. */
    public boolean isReleased(WaveId id) {
        return released.stream().anyMatch(releases -> releases.contains(id));
    }

    /** Called while wiring. */
    void add(ReleasedWaves releases) {
        released.add(releases);
    }

    /** The public key a launched wave's ballots are sealed for. */
    public byte[] publicKey(WaveId id) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(WaveDao.class).findPublicKey(id.value()))
                .orElseThrow(() ->
                        new IllegalStateException("wave %s has no public key: it was never launched".formatted(id)));
    }

    /** In the order of their bytes in a response. */
    public List<SegmentVariable> segments(WaveId id) {
        return tools.jdbi().withHandle(handle -> WaveParts.segments(handle, id));
    }

    /** What is known of each audience; an audience of which nothing is known is absent. */
    public Map<Audience, AudienceFrame> frames(WaveId id) {
        return tools.jdbi().withHandle(handle -> WaveParts.frames(handle, id));
    }

    /**
     * How the customers of a closed wave answered, so far as it may be told; empty where it was not kept or may not be told.
     *
     * @param minimum customers that a figure of the engagement stands on
     */
    public Optional<AnswerModes> modes(WaveId id, int minimum) {
        return tools.jdbi()
                .withHandle(handle -> handle.attach(ModeDao.class).find(id))
                .flatMap(counts -> AnswerModes.of(counts.web(), counts.phone(), minimum));
    }

    /** What is known of each audience, in the caller's transaction. */
    public Map<Audience, AudienceFrame> frames(Handle handle, WaveId id) {
        return WaveParts.frames(handle, id);
    }

    /** Replaces what is known of an audience, in the caller's transaction. */
    public void saveFrame(Handle handle, WaveId id, Audience audience, AudienceFrame frame) {
        WaveParts.saveFrame(handle, id, audience, frame);
    }

    /**
     * Replaces sizes and dispositions of answers gathered elsewhere, and known margins; what was asked of whom stays, and so do the
     * counts of a wave that was launched here.
     *
     * @param input reads it against the wave and its planned segment variables
     * @throws WaveStateException once figures that rest on it were released, or the wave is sealed
     */
    Wave replaceFrames(Caller caller, WaveId id, FrameReader input, IntConsumer requireVersion) {
        return tools.jdbi().inTransaction(handle -> {
            Wave wave = lockForUpdate(handle, id);
            requireVersion.accept(wave.version());
            refuseFrameOfFixedFigures(wave);
            InputCheck check = new InputCheck();
            Map<Audience, AudienceFrame> wanted = input.read(check, wave, WaveParts.segments(handle, id));
            boolean marginsOnly = wave.source() == AnswerSource.FIELDWORK;
            if (marginsOnly && (wanted.isEmpty() || !wanted.values().stream().allMatch(AudienceFrame::hasNoCounts))) {
                throw WaveStateException.frameFromField(wave);
            }
            check.finish();
            WaveParts.replaceFrames(handle, id, wanted, marginsOnly);
            // figures rest on team sizes and weights too
            handle.attach(WaveDao.class).raiseAnswersVersion(id.value());
            tools.audit().record(caller, "wave.frame", id.toString());
            return find(handle, id);
        });
    }

    private void refuseFrameOfFixedFigures(Wave wave) {
        if (isReleased(wave.id())) {
            throw WaveStateException.frameReleased(wave);
        }
        refuseUnless(wave.state() != WaveState.SEALED, wave, Attempt.CHANGE_FRAME);
    }

    private static void refuseLateChanges(Wave wave, CreateWave wanted) {
        boolean sameAudiences = wanted.audiences().equals(wave.audiences());
        refuseUnless(sameAudiences || wave.state() == WaveState.DRAFT, wave, Attempt.CHANGE_AUDIENCES);
        boolean sameDates = wanted.equals(
                new CreateWave(wanted.name(), wanted.audiences(), wave.closesAt(), wave.graceDays(), wave.reminders()));
        boolean stillRuns = wave.state() == WaveState.DRAFT || wave.state() == WaveState.OPEN;
        refuseUnless(sameDates || stillRuns, wave, Attempt.CHANGE_DATES);
    }

    private static void refuseUnless(boolean allowed, Wave wave, Attempt attempt) {
        if (!allowed) {
            throw new WaveStateException(wave, attempt);
        }
    }

    private static Wave find(Handle handle, WaveId id) {
        return known(handle.attach(WaveDao.class).find(id.value()));
    }

    private static Wave known(Optional<WaveRow> row) {
        return row.map(WaveRow::toWave).orElseThrow(WaveNotFoundException::new);
    }

    /**
     * A new wave.
     *
     * @param closesAt null: closed by hand
     * @param graceDays 0 to 60
     * @param reminders two at most
     */
    public record CreateWave(
            String name,
            Set<Audience> audiences,
            @Nullable Instant closesAt,
            int graceDays,
            List<Wave.Reminder> reminders) {

        private static final int GRACE_DAYS = 7;

        public CreateWave {
            audiences = Set.copyOf(audiences);
            reminders = List.copyOf(reminders);
        }

        /** With seven days of grace and reminders after 5 and 12 days. */
        public static CreateWave named(String name, Set<Audience> audiences) {
            return new CreateWave(
                    name, audiences, null, GRACE_DAYS, List.of(new Wave.Reminder(5), new Wave.Reminder(12)));
        }

        static CreateWave like(Wave wave) {
            return new CreateWave(wave.name(), wave.audiences(), wave.closesAt(), wave.graceDays(), wave.reminders());
        }
    }
}
