package parallax.release;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import parallax.finding.FigureKey.Segment;
import parallax.finding.ReleasedCell;
import parallax.questionnaire.Audience;

/** A row of study.released_cell. */
public record CellRow(
        Audience audience,
        String question,
        @Nullable String touchpoint,
        @Nullable String variable,
        @Nullable String value,
        int n,
        byte[] fingerprint) {

    static CellRow of(ReleasedCell cell) {
        Segment segment = cell.segment();
        return new CellRow(
                cell.audience(),
                cell.question(),
                cell.touchpoint(),
                segment == null ? null : segment.variable(),
                segment == null ? null : segment.value(),
                cell.n(),
                HexFormat.of().parseHex(cell.fingerprint()));
    }

    ReleasedCell toCell() {
        Segment segment = variable == null || value == null ? null : new Segment(variable, value);
        return new ReleasedCell(
                audience, question, touchpoint, segment, n, HexFormat.of().formatHex(fingerprint));
    }
}
