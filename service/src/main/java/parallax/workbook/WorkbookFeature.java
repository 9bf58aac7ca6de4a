package parallax.workbook;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.finding.FindingService;
import parallax.finding.Findings;
import parallax.nomination.NominationService;
import parallax.study.WaveId;
import parallax.study.WaveService;

/** The Excel gap analyses of both teams. */
public final class WorkbookFeature {

    private final WorkbookService workbooks;

    /**
     * Wires the workbooks.
     *
     * @param waves tell what was changed in a wave while it was answered, and how its customers answered
     * @param nominations tell how customers were chosen
     * @param publisher who measured, as printed, and where readers send their questions
     */
    public WorkbookFeature(
            FindingService findings, WaveService waves, NominationService nominations, Publisher publisher) {
        this.workbooks =
                new WorkbookService(findings::of, figures -> fieldNotes(waves, nominations, figures), publisher);
    }

    private static FieldNotes fieldNotes(WaveService waves, NominationService nominations, Findings figures) {
        WaveId wave = figures.wave().id();
        return new FieldNotes(
                waves.changes(wave), waves.modes(wave, figures.engagement().minimumGroup()), nominations.find(wave));
    }

    public WorkbookService workbooks() {
        return workbooks;
    }

    public void register(JerseyEnvironment jersey) {
        WorkbookDownload download = new WorkbookDownload(workbooks);
        jersey.register(new WorkbookResource(download));
        jersey.register(new WorkbookPages(download));
    }
}
