package parallax.workbook;

/**
 * The words of a chart.
 *
 * @param axisFormat number format of the scale, with its words at both ends
 * @param axis what is measured and of whom
 * @param description alternative text: what it shows and where the figures are
 */
record ChartWords(String name, String title, String axisFormat, String axis, String description) {

    ChartWords titled(String newTitle) {
        return new ChartWords(name, newTitle, axisFormat, axis, description);
    }
}
