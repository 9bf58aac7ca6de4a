package parallax.message;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** An address as a picture that a phone's camera reads. */
final class QrCode {

    /** Light modules around it, which readers need. */
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * An SVG element, black on white whatever the theme: cameras read no other.
     *
     * @param title what it leads to, for those who do not see it
     */
    static String svg(String text, String title) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return """
                <svg class="qr" viewBox="0 0 %d %d" role="img" aria-labelledby="qr-title"><title id="qr-title">%s</title>\
                <rect width="%d" height="%d" fill="#fff"/><path d="%s" fill="#000"/></svg>""".formatted(side, side, title, side, side, path);
    }
}
