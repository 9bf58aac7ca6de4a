package parallax.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.database.Jobs;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.table.ReceivedFile;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Takes in files of people: upload, mapping, check, corrections, confirmation. Each call is one transaction or one job. */
final class IntakeService {

    /** Largest file, in bytes. */
    static final long MOST_BYTES = 10L << 20;

    /** Longer files are checked and imported in the background. */
    static final int MOST_ROWS_AT_ONCE = 5_000;

    private final IntakeTools tools;
    private final IntakeWork work;

    IntakeService(IntakeTools tools) {
        this.tools = tools;
        this.work = new IntakeWork(tools);
    }

    /**
     * A file on its way in.
     *
     * @param counts all 0 before the check
     * @param job what runs or ran last in the background; null: nothing
     */
    record Shown(IntakeRow row, Engagement engagement, About about, Counts counts, Jobs.@Nullable Job job) {

        boolean isRunning() {
            return job != null && (job.state().equals("queued") || job.state().equals("running"));
        }
    }

    /**
     * What began, or is done.
     *
     * @param job where to look for the result; null: it is here
     * @param report null unless an import was written
     */
    record Begun(UUID intake, @Nullable UUID job, @Nullable ImportReport report) {}

    /**
     * Keeps a file, and checks it at once where its columns are understood. The same file sent twice is one intake.
     *
     * @throws RefusedException NOT_FOUND; what {@link FileReading#read} refuses
     */
    Begun upload(Caller caller, EngagementId id, ReceivedFile file) {
        Engagement engagement = tools.engagements().require(id);
        byte[] mac = mac(id, file);
        UUID intake = tools.field().inTransaction(handle -> {
            UUID fresh = tools.ids().get();
            return work.create(handle, fresh, caller, engagement, file, mac)
                    ? fresh
                    : handle.attach(IntakeDao.class).findByFile(id, mac).orElseThrow(IntakeService::unknown);
        });
        tools.audit().record(caller, "contacts.upload", intake.toString());
        return checkIfCertain(caller, id, intake);
    }

    private Begun checkIfCertain(Caller caller, EngagementId id, UUID intake) {
        Shown shown = require(caller, id, intake);
        ColumnMapping mapping = shown.about().mapping();
        boolean certain = tools.field()
                .withExtension(
                        IntakeDao.class,
                        dao -> new ColumnProposal(shown.about().header(), work.remembered(dao, shown.engagement()))
                                .isCertain());
        return shown.row().checked()
                        || !certain
                        || mapping == null
                        || !mapping.problems(shown.about().header()).isEmpty()
                ? new Begun(intake, null, null)
                : check(caller, shown, mapping, List.of());
    }

    /**
     * A file of one engagement.
     *
     * @throws RefusedException NOT_FOUND, also for a file of another engagement, which is remembered
     */
    Shown require(Caller caller, EngagementId id, UUID intake) {
        Engagement engagement = tools.engagements().require(id);
        IntakeRow row = tools.field()
                .withExtension(IntakeDao.class, dao -> dao.find(intake))
                .orElseThrow(IntakeService::unknown);
        if (!row.engagementId().equals(id)) {
            tools.audit().record(caller, "contacts.import.refused", intake.toString());
            throw unknown();
        }
        UUID job = row.jobId();
        return new Shown(
                row,
                engagement,
                tools.intakeBlocks(intake).openAbout(row.about()),
                tools.field().withExtension(IntakeDao.class, dao -> dao.counts(intake)),
                job == null ? null : tools.jobs().find(job, row.personId()).orElse(null));
    }

    /** The import that a file became. */
    Optional<UUID> findImport(EngagementId id, UUID intake) {
        return tools.field().withExtension(ImportDao.class, dao -> dao.findByIntake(id, intake));
    }

    /**
     * Reads the file again, otherwise.
     *
     * @throws RefusedException NOT_FOUND; what {@link FileReading#read} refuses: then it stays as it was
     */
    Begun readAgain(Caller caller, EngagementId id, UUID intake, FileReading.Choice choice) {
        Engagement engagement = require(caller, id, intake).engagement();
        tools.field().useTransaction(handle -> {
            IntakeStore store = locked(handle, intake);
            try (InputStream bytes = store.file();
                    ReceivedFile file = tools.incoming().receive(bytes, MOST_BYTES)) {
                work.read(store, engagement, file, choice);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return checkIfCertain(caller, id, intake);
    }

    /**
     * Says what the columns say, and checks the rows.
     *
     * @throws RefusedException NOT_FOUND; INVALID, with the fields that are wrong
     */
    Begun map(Caller caller, EngagementId id, UUID intake, ColumnMapping mapping) {
        Shown shown = require(caller, id, intake);
        List<InputError> wrong = mapping.problems(shown.about().header());
        if (!wrong.isEmpty()) {
            throw new RefusedException(ProblemType.INVALID, "The columns are not understood yet.", wrong);
        }
        return check(caller, shown, mapping, List.of());
    }

    /**
     * Types cells anew, and checks the rows again.
     *
     * @throws RefusedException NOT_FOUND; CONFLICT before the first check
     */
    Begun correct(Caller caller, EngagementId id, UUID intake, List<Correction> corrections) {
        Shown shown = require(caller, id, intake);
        if (!shown.row().checked()) {
            throw unchecked();
        }
        return check(caller, shown, IntakeWork.mapping(shown.about()), corrections);
    }

    private Begun check(Caller caller, Shown shown, ColumnMapping mapping, List<Correction> corrections) {
        UUID intake = shown.row().id();
        return begin(caller, shown, (handle, store, progress) -> {
            About about = store.about(store.dao().find(intake).orElseThrow(IntakeService::unknown));
            work.check(handle, store, about.with(mapping), corrections, progress);
            return null;
        });
    }

    /**
     * Imports the people that can be imported: all of them or, if it fails, none. Confirmed twice, it is one import.
     *
     * @throws RefusedException NOT_FOUND; CONFLICT before the check
     */
    Begun confirm(Caller caller, EngagementId id, UUID intake) {
        Shown shown = require(caller, id, intake);
        if (!shown.row().checked()) {
            throw unchecked();
        }
        return begin(caller, shown, (handle, store, progress) -> {
            About about = store.about(store.dao().find(intake).orElseThrow(IntakeService::unknown));
            return work.confirm(handle, store, about, progress);
        });
    }

    /** A step within a transaction. */
    private interface Step {
        @Nullable
        ImportReport run(Handle handle, IntakeStore store, IntConsumer progress);
    }

    private Begun begin(Caller caller, Shown shown, Step step) {
        UUID intake = shown.row().id();
        int rows = shown.about().rows();
        if (rows <= MOST_ROWS_AT_ONCE) {
            return new Begun(intake, null, run(caller, shown, step, done -> {}));
        }
        UUID job = tools.jobs().submit(caller.id(), progress -> {
            ImportReport report = run(caller, shown, step, done -> progress.at(done, rows));
            return report == null ? new CheckedJob(intake) : report;
        });
        tools.field().useExtension(IntakeDao.class, dao -> dao.setJob(intake, job, caller.id()));
        return new Begun(intake, job, null);
    }

    /** Result of a job that checked a file. */
    record CheckedJob(UUID intake) {}

    private @Nullable ImportReport run(Caller caller, Shown shown, Step step, IntConsumer progress) {
        ImportReport report = tools.field()
                .inTransaction(
                        handle -> step.run(handle, locked(handle, shown.row().id()), progress));
        if (report != null) {
            tools.audit()
                    .record(caller, "contacts.import", shown.engagement().id().toString());
        }
        return report;
    }

    private IntakeStore locked(Handle handle, UUID intake) {
        if (handle.attach(IntakeDao.class).lock(intake).isEmpty()) {
            throw unknown();
        }
        return work.store(handle, intake);
    }

    /** Forgets a file that will not be imported. */
    void cancel(Caller caller, EngagementId id, UUID intake) {
        require(caller, id, intake);
        tools.field().useExtension(IntakeDao.class, dao -> dao.delete(intake));
        tools.audit().record(caller, "contacts.import.cancel", id.toString());
    }

    /** Rows of one list, in the file's order. */
    List<FileRow> list(UUID intake, Listed listed, int skip, int most) {
        return tools.field().inTransaction(handle -> work.store(handle, intake).list(listed, skip, most));
    }

    /** Forgets files that nobody confirmed. */
    void forget(Instant before) {
        tools.field().useExtension(IntakeDao.class, dao -> dao.deleteBefore(before));
    }

    /**
     * Imports a file as it is, or only looks at it: nothing of it stays then.
     *
     * @param mapping null: as the header says
     * @throws RefusedException NOT_FOUND; INVALID when columns are missing; what {@link FileReading#read} refuses
     */
    ImportReport importAtOnce(Caller caller, EngagementId id, Order order, IntConsumer progress) {
        Engagement engagement = tools.engagements().require(id);
        UUID intake = tools.ids().get();
        ImportReport report = tools.field().inTransaction(handle -> {
            // its own id: whoever sends a file twice gets two reports
            work.create(
                    handle,
                    intake,
                    caller,
                    engagement,
                    order.file(),
                    tools.keys().mac("intake", bytes(intake)));
            IntakeStore store = work.store(handle, intake);
            About about = store.about(store.dao().find(intake).orElseThrow());
            About mapped = about.with(order.mapping().over(about));
            requireMapped(mapped);
            if (order.dryRun()) {
                Counts counts = work.check(handle, store, mapped, List.of(), progress);
                ImportReport look = work.report(store, mapped, counts);
                handle.rollback();
                return look;
            }
            return work.confirm(handle, store, mapped, progress);
        });
        if (!order.dryRun()) {
            tools.audit().record(caller, "contacts.import", id.toString());
        }
        return report;
    }

    /** A file to import at once. */
    record Order(ReceivedFile file, MappingInput mapping, boolean dryRun) {}

    private static void requireMapped(About about) {
        List<InputError> wrong = IntakeWork.mapping(about).problems(about.header());
        if (!wrong.isEmpty()) {
            String found = new ColumnProposal(about.header(), Map.of()).found();
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The columns of the file are not understood. Nothing was written.",
                    wrong.stream()
                            .map(error -> InputError.cell(
                                    1,
                                    String.valueOf(error.pointer()).replaceFirst("^/(fields/)?", ""),
                                    null,
                                    error.message() + ". Found: " + found))
                            .toList());
        }
    }

    private byte[] mac(EngagementId id, ReceivedFile file) {
        try (InputStream in = file.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(id.value()));
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return tools.keys().mac("intake", digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static RefusedException unchecked() {
        return new RefusedException(
                ProblemType.CONFLICT, "This file is not checked yet. Say first what its columns are.");
    }

    private static RefusedException unknown() {
        return new RefusedException(
                ProblemType.NOT_FOUND,
                "This file is not here any more: it was imported or given up, or lay here for a day. Upload it again.");
    }
}
