package parallax.workbook;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** The answer to a request for a workbook, the same for programs and browsers. */
final class WorkbookDownload {

    private final WorkbookService workbooks;

    WorkbookDownload(WorkbookService workbooks) {
        this.workbooks = workbooks;
    }

    Response of(WaveId wave, String teamCode) {
        Audience team = Audience.raters().stream()
                .filter(audience -> audience.isTeam() && audience.code().equals(teamCode))
                .findFirst()
                .orElseThrow(() -> new NoSuchWorkbookException(teamCode));
        WorkbookFile file = workbooks.file(wave, team);
        return Response.ok(file.content(), WorkbookFile.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .build();
    }
}
