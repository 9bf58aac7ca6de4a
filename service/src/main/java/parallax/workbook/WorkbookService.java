package parallax.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** Writes the gap analysis of one team. */
public final class WorkbookService {

    private final Function<WaveId, Findings> findings;
    private final Function<Findings, FieldNotes> field;
    private final Publisher publisher;

    /**
     * Writes workbooks.
     *
     * @param findings gives a closed wave's findings, or refuses
     * @param field what was changed in a wave while it was answered, and how
     */
    WorkbookService(Function<WaveId, Findings> findings, Function<Findings, FieldNotes> field, Publisher publisher) {
        this.findings = findings;
        this.field = field;
        this.publisher = publisher;
    }

    /**
     * Writes a team's workbook, whole or not at all.
     *
     * @param team sales or marketing
     * @throws parallax.web.RefusedException NOT_FOUND, or CONFLICT while the wave is not closed, or if
     *     it asked the other team and not this one
     */
    public void write(WaveId wave, Audience team, OutputStream out) throws IOException {
        out.write(file(wave, team).content());
    }

    WorkbookFile file(WaveId wave, Audience team) {
        Findings figures = findings.apply(wave);
        TeamNotAskedException.require(figures, team);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            TeamWorkbook.write(new TeamReport(figures, field.apply(figures), team, publisher), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name =
                WorkbookFile.name(figures.engagement().client(), figures.wave().name(), team);
        return new WorkbookFile(name, content.toByteArray());
    }
}
