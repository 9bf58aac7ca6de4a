package parallax.contact;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.table.ReceivedFile;
import parallax.table.TextTable;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Import of people from a table: rows that can be used are written, the others are told. */
final class ContactImport {

    private static final int MOST_LISTED = 20;

    private final Jdbi field;
    private final EngagementService engagements;
    private final KeyFiles keys;
    private final Audit audit;
    private final Sources sources;

    /** Where times and ids come from. */
    record Sources(InstantSource clock, Supplier<UUID> ids) {}

    ContactImport(Jdbi field, EngagementService engagements, KeyFiles keys, Audit audit, Sources sources) {
        this.field = field;
        this.engagements = engagements;
        this.keys = keys;
        this.audit = audit;
        this.sources = sources;
    }

    /** What became of a file, its rejected rows as CSV ("": none), and how it was read. */
    record Outcome(ImportReport report, String rejectedCsv, ImportPreview preview) {}

    /** What is told of an import; without rejected rows (null) once they are forgotten. */
    record Reported(ImportReport report, @Nullable String rejectedCsv) {

        static Reported of(ImportRow row) {
            String problems = row.problems();
            return new Reported(
                    new ImportReport(
                            row.ready(),
                            row.updated(),
                            row.duplicates(),
                            row.rejected(),
                            problems == null ? List.of() : ProblemsJson.read(problems),
                            row.id()),
                    row.rejectedRows());
        }
    }

    /** A file of people, and whether it is only looked at. */
    record Order(ReceivedFile file, boolean dryRun) {}

    /** @throws RefusedException NOT_FOUND */
    Engagement requireEngagement(EngagementId id) {
        return engagements.require(id);
    }

    /**
     * Writes the rows that can be used, in one transaction.
     *
     * @param progress told the row being read, now and then
     * @throws RefusedException NOT_FOUND; as {@link TextTable} does when the file cannot be read at all
     */
    Outcome importContacts(Caller caller, EngagementId id, Order order, IntConsumer progress) {
        Outcome outcome = importInto(engagements.require(id), order, progress);
        if (!order.dryRun()) {
            audit.record(caller, "contacts.import", id.toString());
        }
        return outcome;
    }

    Outcome importInto(Engagement engagement, Order order, IntConsumer progress) {
        ContactTable table = order.file().read(ContactTable::new);
        return field.inTransaction(handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            dao.lock(engagement.id().toString());
            UUID importId = order.dryRun() ? null : sources.ids().get();
            if (importId != null) {
                dao.insertImport(importId, engagement.id(), sources.clock().instant());
            }
            ImportPlan plan = new ImportPlan(engagement, before(dao, engagement), sources.ids(), importId);
            for (TextTable.Row row : table.rows()) {
                take(row, table, plan);
                if (row.number() % 1000 == 0) {
                    progress.accept(row.number());
                }
            }
            ImportReport report = report(plan, table, importId);
            String rejected = table.rejectedRows() == 0 ? "" : table.rejectedCsv();
            if (importId != null) {
                dao.insertAccounts(plan.newAccounts());
                dao.insert(plan.created());
                dao.update(plan.changed());
                dao.saveReport(importId, report, ProblemsJson.write(report.problems()), rejected);
            }
            return new Outcome(report, rejected, table.preview());
        });
    }

    private static void take(TextTable.Row row, ContactTable table, ImportPlan plan) {
        ContactTable.Wrong broken = table.brokenAt(row);
        if (broken != null) {
            table.reject(row, List.of(broken));
            return;
        }
        ImportPlan.Taken taken = plan.take(row.number(), table.texts(row));
        if (!taken.wrong().isEmpty()) {
            table.reject(row, taken.wrong());
        } else if (taken.repeated() != null) {
            table.repeated(row, taken.repeated());
        }
    }

    /**
     * The latest imports of an engagement, newest first.
     *
     * @throws RefusedException NOT_FOUND
     */
    List<ImportRow> list(EngagementId id) {
        engagements.require(id);
        return field.withExtension(ContactDao.class, dao -> dao.listImports(id, MOST_LISTED));
    }

    /**
     * An import of one engagement.
     *
     * @throws RefusedException NOT_FOUND, also for an import of another engagement
     */
    ImportRow require(EngagementId engagement, UUID id) {
        return field.withExtension(ContactDao.class, dao -> dao.findImport(engagement, id))
                .orElseThrow(ContactImport::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(ProblemType.NOT_FOUND, "There is no import of that id.");
    }

    private ImportPlan.Before before(ContactDao dao, Engagement engagement) {
        return new ImportPlan.Before(
                dao.listAll(engagement.id()),
                dao.listAccounts(engagement.id()),
                new SuppressionList(keys, dao.listSuppressed(engagement.id())));
    }

    private static ImportReport report(ImportPlan plan, ContactTable table, @Nullable UUID importId) {
        return new ImportReport(
                plan.created().size(),
                plan.updated(),
                plan.duplicates(),
                table.rejectedRows(),
                table.problems().listed(),
                importId);
    }

    /**
     * Takes the people away again that an import brought; people it only changed keep the change.
     *
     * @return the engagement they belonged to
     * @throws RefusedException NOT_FOUND; CONFLICT when one of them has an invitation
     */
    EngagementId undo(Caller caller, UUID id) {
        EngagementId engagement = field.inTransaction(handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            EngagementId owner = dao.findEngagementOfImport(id).orElseThrow(ContactImport::unknown);
            dao.lock(owner.toString());
            dao.lockContactsOfImport(id);
            if (dao.isImportInvited(id)) {
                throw new ImportUsedException();
            }
            dao.deleteContactsOfImport(id);
            dao.deleteEmptyAccounts(owner);
            dao.deleteImport(id);
            return owner;
        });
        audit.record(caller, "contacts.undo", id.toString());
        return engagement;
    }
}
