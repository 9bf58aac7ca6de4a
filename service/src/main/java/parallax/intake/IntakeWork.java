package parallax.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactBatch;
import parallax.contact.ContactFields;
import parallax.contact.Verdict;
import parallax.study.Engagement;
import parallax.table.ReceivedFile;
import parallax.web.Caller;

/** The steps of taking in a file, each within the caller's transaction. */
final class IntakeWork {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> COLUMNS = new TypeReference<>() {};
    /** Among the remembered columns: the audience of all rows. No column is called so, its names are stripped. */
    private static final String AUDIENCE = " audience";

    private final IntakeTools tools;

    IntakeWork(IntakeTools tools) {
        this.tools = tools;
    }

    IntakeStore store(Handle handle, UUID intake) {
        return new IntakeStore(handle.attach(IntakeDao.class), intake, tools.intakeBlocks(intake));
    }

    /**
     * Keeps a file and its rows.
     *
     * @param mac tells files apart
     * @return false when that file is here already
     */
    boolean create(Handle handle, UUID intake, Caller caller, Engagement engagement, ReceivedFile file, byte[] mac) {
        IntakeStore store = store(handle, intake);
        if (store.dao()
                        .insert(
                                intake,
                                engagement.id(),
                                caller.id(),
                                tools.clock().instant(),
                                mac)
                == 0) {
            return false;
        }
        try (InputStream bytes = file.open()) {
            store.keep(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read(store, engagement, file, FileReading.Choice.FOUND);
        return true;
    }

    /** Reads the rows of a file in place of those that were read before. */
    void read(IntakeStore store, Engagement engagement, ReceivedFile file, FileReading.Choice choice) {
        store.dao().deleteBlocks(store.id());
        IntakeStore.Rows rows = store.rows();
        About about = FileReading.read(file, choice, rows::add);
        rows.end();
        Map<String, List<String>> before = remembered(store.dao(), engagement);
        List<String> audience = before.getOrDefault(AUDIENCE, List.of());
        ColumnProposal proposal = new ColumnProposal(about.header(), before);
        store.save(about.with(proposal.mapping(audience.isEmpty() ? null : audience.get(0))), false);
    }

    /** How this client's files named their columns before. */
    Map<String, List<String>> remembered(IntakeDao dao, Engagement engagement) {
        return dao.findMapping(engagement.client()).map(IntakeWork::columns).orElse(Map.of());
    }

    private static Map<String, List<String>> columns(String json) {
        try {
            return JSON.readValue(json, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("remembered columns are no JSON object of lists", e);
        }
    }

    void remember(IntakeDao dao, Engagement engagement, About about, ColumnMapping mapping) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (int i = 0; i < about.header().size(); i++) {
            columns.put(ColumnProposal.key(about.header().get(i)), mapping.saidBy(i));
        }
        String audience = mapping.audience();
        columns.put(AUDIENCE, audience == null ? List.of() : List.of(audience));
        try {
            dao.rememberMapping(engagement.client(), JSON.writeValueAsString(columns));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Looks at every row and keeps what becomes of it; writes no person.
     *
     * @param progress told how many rows are done
     */
    Counts check(Handle handle, IntakeStore store, About about, List<Correction> corrections, IntConsumer progress) {
        ColumnMapping mapping = mapping(about);
        Engagement engagement = engagement(store);
        RowCheck check = new RowCheck(tools.batches().look(handle, engagement), mapping);
        int[] done = {0};
        Counts counts = store.lookAtAll(rows -> {
            List<FileRow> checked = check.check(Correction.apply(corrections, rows));
            done[0] += rows.size();
            progress.accept(done[0]);
            return checked;
        });
        store.save(about.withRepeats(check.repeats()), true);
        return counts;
    }

    /** Writes the people that can be written, keeps the rejected rows for some days, and forgets the file. */
    ImportReport confirm(Handle handle, IntakeStore store, About about, IntConsumer progress) {
        Engagement engagement = engagement(store);
        ColumnMapping mapping = mapping(about);
        UUID importId = tools.ids().get();
        ImportDao imports = handle.attach(ImportDao.class);
        imports.insert(importId, engagement.id(), tools.clock().instant(), store.id());
        ContactBatch batch = tools.batches().write(handle, engagement, importId);
        RowCheck check = new RowCheck(batch, mapping);
        RejectedRows rejected = new RejectedRows(imports, importId, tools.importBlocks(importId));
        ReportedProblems problems = problems(store, about, engagement);
        Counts counts = Counts.NONE;
        int done = 0;
        for (IntakeDao.BlockRow block : store.dao().listBlocks(store.id())) {
            List<FileRow> rows = check.check(store.rowsOf(block.number()));
            for (FileRow row : rows) {
                counts = counts.and(verdict(row));
                problems.add(row);
                rejected.add(row);
            }
            done += rows.size();
            progress.accept(done);
        }
        rejected.end();
        imports.saveReport(importId, tools.importBlocks(importId).sealAbout(about), counts);
        remember(store.dao(), engagement, about, mapping);
        store.dao().delete(store.id());
        return ImportReport.of(counts, problems.listed(), importId);
    }

    private static Verdict verdict(FileRow row) {
        Verdict.Outcome outcome = row.outcome();
        return new Verdict(outcome == null ? Verdict.Outcome.REJECTED : outcome, row.problems(), row.warnings());
    }

    /** What a look at the file found, as the report tells it. */
    ImportReport report(IntakeStore store, About about, Counts counts) {
        ReportedProblems problems = problems(store, about, engagement(store));
        for (IntakeDao.BlockRow block : store.dao().listBlocks(store.id())) {
            if (block.rejected() + block.duplicates() > 0) {
                store.rowsOf(block.number()).forEach(problems::add);
            }
        }
        return ImportReport.of(counts, problems.listed(), null);
    }

    private ReportedProblems problems(IntakeStore store, About about, Engagement engagement) {
        ReportedProblems problems = new ReportedProblems(about.header(), mapping(about));
        List<String> unknown =
                new ArrayList<>(new ColumnProposal(about.header(), remembered(store.dao(), engagement)).unknown());
        unknown.removeIf(
                column -> !mapping(about).saidBy(about.header().indexOf(column)).isEmpty());
        problems.unknown(
                unknown,
                "this column is not known here and was left out; known are %s, segment.<name>"
                        .formatted(String.join(", ", ContactFields.COLUMNS)));
        return problems;
    }

    private Engagement engagement(IntakeStore store) {
        return tools.engagements()
                .require(store.dao().find(store.id()).orElseThrow().engagementId());
    }

    static ColumnMapping mapping(About about) {
        @Nullable ColumnMapping mapping = about.mapping();
        if (mapping == null) {
            throw new IllegalStateException("a file is checked after its columns are mapped");
        }
        return mapping;
    }
}
