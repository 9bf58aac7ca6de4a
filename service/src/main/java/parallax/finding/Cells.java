package parallax.finding;

import java.util.Arrays;

/**
 * Rows of bytes gathered one by one, kept column by column in blocks: nothing is copied while they grow, and a column that was
 * taken out takes no more memory.
 */
final class Cells {

    private static final int BITS = 12;
    private static final int ROWS_OF_A_BLOCK = 1 << BITS;
    private static final byte[] TAKEN = {};

    private final int columns;
    /** By block, column and row of the block. */
    private byte[][][] blocks = new byte[4][][];

    private int rows;

    Cells(int columns) {
        this.columns = columns;
    }

    /** Begins a row of zeros; {@link #put} fills it. */
    void addRow() {
        int block = rows >> BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (blocks[block] == null) {
            blocks[block] = new byte[columns][ROWS_OF_A_BLOCK];
        }
        rows++;
    }

    /** Puts values into the last row, those beyond {@code most} left out. */
    void put(int firstColumn, byte[] values, int most) {
        byte[][] block = blocks[(rows - 1) >> BITS];
        int row = (rows - 1) & (ROWS_OF_A_BLOCK - 1);
        for (int i = 0; i < Math.min(values.length, most); i++) {
            block[firstColumn + i][row] = values[i];
        }
    }

    int columns() {
        return columns;
    }

    byte at(int row, int column) {
        return blocks[row >> BITS][column][row & (ROWS_OF_A_BLOCK - 1)];
    }

    int compare(int row, int other) {
        int column = 0;
        while (column < columns - 1 && at(row, column) == at(other, column)) {
            column++;
        }
        return Byte.compare(at(row, column), at(other, column));
    }

    /** A column by the rows of an order; it is gone afterwards. */
    byte[] take(int column, int[] order) {
        byte[] taken = new byte[order.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = at(order[i], column);
        }
        for (byte[][] block : blocks) {
            if (block != null) {
                block[column] = TAKEN;
            }
        }
        return taken;
    }
}
