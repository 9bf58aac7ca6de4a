package parallax.workbook;

/** Where a table's rows stand, for formulas on other sheets. */
record TableRange(String sheet, int rows, int keyColumn) {

    /** All rows of a column: {@code 'Gap table'!$F$6:$F$17}. */
    String column(int column) {
        String letter = Canvas.letter(column);
        return "'%s'!$%s$%d:$%s$%d".formatted(sheet, letter, Canvas.FIRST_ROW + 1, letter, Canvas.FIRST_ROW + rows);
    }

    /** The cell of a column in the row with a key; it finds its row after sorting too. */
    String lookup(int column, String keyExpression) {
        return "INDEX(%s,MATCH(%s,%s,0))".formatted(column(column), keyExpression, column(keyColumn));
    }
}
