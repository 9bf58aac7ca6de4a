package parallax.workbook;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.function.Function;
import parallax.finding.FindingService;
import parallax.study.WaveChange;
import parallax.study.WaveId;

/** The Excel gap analyses of both teams. */
public final class WorkbookFeature {

    private final WorkbookService workbooks;

    /**
     * Wires the workbooks.
     *
     * @param changes what was changed in a wave while it was answered, oldest first
     * @param consultancy who measured, as printed
     * @param contact where readers send their questions
     */
    public WorkbookFeature(
            FindingService findings, Function<WaveId, List<WaveChange>> changes, String consultancy, String contact) {
        this.workbooks = new WorkbookService(findings::of, changes, new Publisher(consultancy, contact));
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
