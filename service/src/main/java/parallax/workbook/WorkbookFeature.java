package parallax.workbook;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.finding.FindingService;

/** The Excel gap analyses of both teams. */
public final class WorkbookFeature {

    private final WorkbookService workbooks;

    public WorkbookFeature(FindingService findings) {
        this.workbooks = new WorkbookService(findings::of);
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
