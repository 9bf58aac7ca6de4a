package parallax.disclosure;

/**
 * One cell of the tables that share a total.
 *
 * @param variable position of the segment variable; −1 for the total
 * @param value position of the value + 1; 0 for the total
 */
public record CellAddress(int variable, int value) {

    public static final CellAddress TOTAL = new CellAddress(-1, 0);

    public boolean isTotal() {
        return variable < 0;
    }
}
