package parallax.workbook;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.finding.FindingService;

/** The Excel gap analyses of both teams. */
public final class WorkbookFeature {

    private final WorkbookService workbooks;

    /**
     * Wires the workbooks.
     *
     * @param consultancy who measured, as printed
     * @param contact where readers send their questions
     */
    public WorkbookFeature(FindingService findings, String consultancy, String contact) {
        this.workbooks = new WorkbookService(findings::of, new Publisher(consultancy, contact));
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
