package parallax.finding;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.disclosure.CellAddress;
import parallax.response.Response;

/** Marks of who stands in a cell: equal for the same responses, telling nothing of them. */
final class Fingerprints {

    private static final int ID_BYTES = 16;
    /** A value is a byte. */
    private static final int MOST_VALUES = 256;

    /** Rows in the order of their ids. */
    private final int[] order;

    private final byte[][] ids;
    private final int[][] valueOf;
    private final boolean everywhere;

    Fingerprints(Panel panel) {
        long[][] halves = Objects.requireNonNull(panel.ids(), "a release needs a cube with ids");
        long[] high = halves[0];
        long[] low = halves[1];
        order = IntStream.range(0, panel.rows())
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> high[row]).thenComparingLong(row -> low[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        ids = new byte[panel.rows()][];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = ByteBuffer.allocate(ID_BYTES)
                    .putLong(high[row])
                    .putLong(low[row])
                    .array();
        }
        Runs runs = panel.runs();
        valueOf = new int[runs.values()[0].length][panel.rows()];
        for (int variable = 0; variable < valueOf.length; variable++) {
            for (int run = 0; run < runs.count(); run++) {
                Arrays.fill(valueOf[variable], runs.starts()[run], runs.starts()[run + 1], runs.value(run, variable));
            }
        }
        everywhere = panel.audience().isTeam();
    }

    /** The fingerprint of each cell of a column. */
    Map<CellAddress, String> of(byte[] column, List<CellAddress> cells) {
        MessageDigest total = Sha256.digest();
        // By variable, value 0 included: a row belongs to one of each variable, or, without a value in a team, to all.
        @Nullable MessageDigest[][] digests = new MessageDigest[valueOf.length][];
        for (CellAddress cell : cells) {
            if (!cell.isTotal()) {
                if (digests[cell.variable()] == null) {
                    digests[cell.variable()] = new MessageDigest[MOST_VALUES];
                }
                digests[cell.variable()][cell.value()] = Sha256.digest();
            }
        }
        for (int row : order) {
            if (column[row] != Response.NOT_ANSWERED && column[row] != Response.NOT_ENCOUNTERED) {
                total.update(ids[row]);
                for (int variable = 0; variable < digests.length; variable++) {
                    if (digests[variable] != null) {
                        update(digests[variable], valueOf[variable][row], ids[row]);
                    }
                }
            }
        }
        Map<CellAddress, String> fingerprints = new HashMap<>();
        for (CellAddress cell : cells) {
            MessageDigest digest = cell.isTotal() ? total : digests[cell.variable()][cell.value()];
            if (digest != null) {
                fingerprints.computeIfAbsent(cell, any -> HexFormat.of().formatHex(digest.digest()));
            }
        }
        return fingerprints;
    }

    private void update(@Nullable MessageDigest[] byValue, int value, byte[] id) {
        for (int i = everywhere && value == 0 ? 1 : value; i < byValue.length; i++) {
            MessageDigest digest = byValue[i];
            if (digest != null) {
                digest.update(id);
            }
            if (value != 0 || !everywhere) {
                return;
            }
        }
    }
}
