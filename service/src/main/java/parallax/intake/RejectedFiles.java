package parallax.intake;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import parallax.table.TextWorkbook;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Downloads of rejected rows. Written whole before the first byte leaves: a slow reader holds no connection. */
final class RejectedFiles {

    private final ImportService imports;

    RejectedFiles(ImportService imports) {
        this.imports = imports;
    }

    /** @throws RefusedException NOT_FOUND once the rows are forgotten, or where none was rejected */
    Response of(ImportRow row) {
        if (!row.quoted()) {
            throw new RefusedException(
                    ProblemType.NOT_FOUND, "No rejected row of this import is kept; they are kept for 7 days.");
        }
        return file(out -> imports.writeRejected(row, out));
    }

    Response of(IntakeService.Shown shown) {
        return file(out -> imports.writeRejected(shown, out));
    }

    private static Response file(Consumer<OutputStream> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.accept(bytes);
        return workbook("rejected-rows.xlsx", bytes.toByteArray());
    }

    static Response workbook(String name, byte[] bytes) {
        return Response.ok(bytes, TextWorkbook.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
