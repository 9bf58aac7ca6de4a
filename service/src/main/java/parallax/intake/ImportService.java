package parallax.intake;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactBatches.TakenBack;
import parallax.contact.Wrong;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.table.SheetWriter;
import parallax.web.Caller;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Imports that were written: reports, rejected rows, undoing. */
final class ImportService {

    private static final int MOST_LISTED = 20;

    private final IntakeTools tools;

    ImportService(IntakeTools tools) {
        this.tools = tools;
    }

    /** @throws RefusedException NOT_FOUND */
    Engagement requireEngagement(EngagementId id) {
        return tools.engagements().require(id);
    }

    /** The latest imports of an engagement, newest first. */
    List<ImportRow> list(EngagementId id) {
        return tools.field().withExtension(ImportDao.class, dao -> dao.list(id, MOST_LISTED));
    }

    /**
     * An import, whatever its engagement.
     *
     * @throws RefusedException NOT_FOUND
     */
    ImportRow require(UUID id) {
        return tools.field().withExtension(ImportDao.class, dao -> dao.find(id)).orElseThrow(ImportService::unknown);
    }

    /**
     * An import of one engagement.
     *
     * @throws RefusedException NOT_FOUND, also for an import of another engagement, which is remembered
     */
    ImportRow require(Caller caller, EngagementId engagement, UUID id) {
        ImportRow row = require(id);
        if (!row.engagementId().equals(engagement)) {
            tools.audit().record(caller, "contacts.import.refused", id.toString());
            throw unknown();
        }
        return row;
    }

    /**
     * Takes the people away again that an import brought, and gives back what it changed of others.
     *
     * @throws RefusedException NOT_FOUND; CONFLICT once people are invited or mails have left
     */
    TakenBack undo(Caller caller, UUID id) {
        TakenBack taken = tools.field().inTransaction(handle -> {
            ImportDao dao = handle.attach(ImportDao.class);
            EngagementId engagement =
                    dao.find(id).orElseThrow(ImportService::unknown).engagementId();
            tools.batches().lock(handle, engagement);
            dao.lockPeople(id);
            ImportRow row = dao.find(id).orElseThrow(ImportService::unknown);
            if (row.mailed()) {
                throw ImportUsedException.mailed();
            }
            if (row.invited()) {
                throw ImportUsedException.invited();
            }
            TakenBack back = tools.batches().takeBack(handle, engagement, id);
            dao.delete(id);
            return back;
        });
        tools.audit().record(caller, "contacts.undo", id.toString());
        return taken;
    }

    /** What is known of the imported file; null for an old import. */
    @Nullable
    About about(ImportRow row) {
        byte[] about = row.about();
        return about == null ? null : tools.importBlocks(row.id()).openAbout(about);
    }

    /** Rejected rows, in the file's order. */
    List<FileRow> listRejected(UUID id, int skip, int most) {
        return tools.field().withExtension(ImportDao.class, dao -> {
            List<FileRow> found = new ArrayList<>();
            int left = skip;
            for (ImportDao.RejectedBlock block : dao.listRejected(id)) {
                if (block.people() <= left || found.size() == most) {
                    left -= Math.min(left, block.people());
                    continue;
                }
                List<FileRow> rows = tools.importBlocks(id)
                        .openRows(
                                block.number(), dao.rejected(id, block.number()).orElseThrow());
                found.addAll(rows.subList(left, Math.min(rows.size(), left + most - found.size())));
                left = 0;
            }
            return found;
        });
    }

    /** Writes all rejected rows of an import as a workbook, with what is wrong. */
    void writeRejected(ImportRow row, OutputStream out) {
        About about = about(row);
        if (about != null) {
            write(
                    about,
                    out,
                    writer -> tools.field().useExtension(ImportDao.class, dao -> {
                        for (ImportDao.RejectedBlock block : dao.listRejected(row.id())) {
                            tools.importBlocks(row.id())
                                    .openRows(
                                            block.number(),
                                            dao.rejected(row.id(), block.number())
                                                    .orElseThrow())
                                    .forEach(writer);
                        }
                    }));
        }
    }

    /** Writes all rejected rows of a checked file. */
    void writeRejected(IntakeService.Shown shown, OutputStream out) {
        UUID id = shown.row().id();
        write(
                shown.about(),
                out,
                writer -> tools.field().useTransaction(handle -> {
                    IntakeStore store = new IntakeWork(tools).store(handle, id);
                    for (IntakeDao.BlockRow block : store.dao().listBlocks(id)) {
                        if (block.of(Listed.REJECTED) > 0) {
                            store.rowsOf(block.number()).stream()
                                    .filter(Listed.REJECTED::has)
                                    .forEach(writer);
                        }
                    }
                }));
    }

    private static void write(About about, OutputStream out, Consumer<Consumer<FileRow>> rows) {
        List<String> header = new ArrayList<>(about.header());
        int old = position(header);
        if (old >= 0) {
            header.remove(old);
        }
        header.add(ColumnProposal.PROBLEM);
        try (SheetWriter writer = SheetWriter.open(out, "Rejected rows", header)) {
            rows.accept(row -> writer.add(cells(about, row, old)));
        }
    }

    /** Where a file that was rejected once before has its own column of problems; -1: nowhere. */
    private static int position(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(ColumnProposal.PROBLEM)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> cells(About about, FileRow row, int old) {
        List<String> cells = new ArrayList<>(row.cells());
        if (old >= 0) {
            cells.remove(old);
        }
        List<String> told = new ArrayList<>();
        for (Wrong problem : row.problems()) {
            String column = ReportedProblems.columnName(about.header(), IntakeWork.mapping(about), problem);
            told.add((column == null ? "" : column + ": ") + problem.message() + "; " + problem.fix());
        }
        cells.add(String.join(" · ", told));
        return cells;
    }

    private static RefusedException unknown() {
        return new RefusedException(ProblemType.NOT_FOUND, "There is no import of that id.");
    }
}
