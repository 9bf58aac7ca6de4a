package parallax.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class WorkbookResourceTest {

    private static final FieldNotes NOTHING = new FieldNotes(List.of(), Optional.empty(), Optional.empty());

    private final WorkbookService workbooks =
            new WorkbookService(wave -> FindingsFixture.lighting().build(), figures -> NOTHING, Reread.PUBLISHER);
    private final WorkbookResource resource = new WorkbookResource(new WorkbookDownload(workbooks));

    @Test
    void aWorkbookComesWithItsTypeAndAReadableName() throws IOException {
        Response response = resource.workbook(FindingsFixture.WAVE, "sales");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getMediaType()).hasToString(WorkbookFile.TYPE);
        assertThat(response.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo(
                        "attachment; filename=\"Luminar Lighting - Baseline 2026 - Sales gap analysis.xlsx\"; filename*=UTF-8''Luminar%20Lighting%20-%20Baseline%202026%20-%20Sales%20gap%20analysis.xlsx");
        try (Reread file = Reread.of((byte[]) response.getEntity())) {
            assertThat(file.title(SheetNames.SUMMARY)).startsWith("Sales rates");
        }
    }

    @Test
    void theBrowserGetsTheSame() throws IOException {
        Response response =
                new WorkbookPages(new WorkbookDownload(workbooks)).workbook(FindingsFixture.WAVE, "marketing");
        try (Reread file = Reread.of((byte[]) response.getEntity())) {
            assertThat(file.title(SheetNames.SUMMARY)).startsWith("Marketing rates");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "Sales", "leadership", "", "../sales", "sales.xlsx"})
    void anyOtherTeamIsNotFound(String team) {
        assertThatThrownBy(() -> resource.workbook(FindingsFixture.WAVE, team))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND))
                .hasMessageContaining("sales.xlsx or marketing.xlsx");
    }

    @Test
    void aTeamThatWasNotAskedBesideTheOtherHasNoWorkbook() {
        WorkbookService salesOnly = new WorkbookService(
                wave -> FindingsFixture.lighting()
                        .asking(Audience.CUSTOMER, Audience.SALES)
                        .build(),
                figures -> NOTHING,
                Reread.PUBLISHER);
        WaveId wave = FindingsFixture.WAVE;
        assertThat(salesOnly.file(wave, Audience.SALES).content()).isNotEmpty();
        assertThatThrownBy(() -> salesOnly.file(wave, Audience.MARKETING))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT))
                .hasMessage(
                        "Wave “Baseline 2026” did not ask Marketing, so there is no workbook for that team. Take the one for Sales.");
    }

    @Test
    void aStudyOfCustomersAloneHasAWorkbookForEachTeam() {
        WorkbookService customers = new WorkbookService(
                wave -> FindingsFixture.customersOnly().build(), figures -> NOTHING, Reread.PUBLISHER);
        assertThat(customers.file(FindingsFixture.WAVE, Audience.SALES).content())
                .isNotEmpty();
        assertThat(customers.file(FindingsFixture.WAVE, Audience.MARKETING).content())
                .isNotEmpty();
    }

    @Test
    void anOpenWaveIsRefusedBeforeAByteIsWritten() {
        WorkbookService refusing = new WorkbookService(
                wave -> {
                    throw new RefusedException(ProblemType.CONFLICT, "close it first");
                },
                figures -> NOTHING,
                Reread.PUBLISHER);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WaveId wave = FindingsFixture.WAVE;
        assertThatThrownBy(() -> refusing.write(wave, Audience.SALES, out)).hasMessage("close it first");
        assertThat(out.size()).isZero();
    }

    @Test
    void aFileNameHoldsNothingThatBreaksAHeaderOrAFolder() {
        String name = WorkbookFile.name("A/B\\..\r\nX: \"ü€\" <1>", "...", Audience.SALES);
        assertThat(name).isEqualTo("A B .. X ü€ 1 - Parallax - Sales gap analysis.xlsx");
        assertThat(new WorkbookFile(name, new byte[0]).disposition())
                .isEqualTo(
                        "attachment; filename=\"A B .. X u_ 1 - Parallax - Sales gap analysis.xlsx\"; filename*=UTF-8''A%20B%20..%20X%20%C3%BC%E2%82%AC%201%20-%20Parallax%20-%20Sales%20gap%20analysis.xlsx");
    }
}
