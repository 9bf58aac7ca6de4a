package parallax.workbook;

/**
 * The consultancy that hands out the workbooks.
 *
 * @param name as printed
 * @param contact where questions go: an e-mail address
 */
public record Publisher(String name, String contact) {}
