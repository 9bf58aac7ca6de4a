package parallax.workbook;

import java.text.Normalizer;
import parallax.questionnaire.Audience;

/**
 * A finished workbook.
 *
 * @param name file name as people read it, without path or character that a file system refuses
 */
record WorkbookFile(String name, byte[] content) {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_PART = 60;
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    static String name(String client, String wave, Audience team) {
        return "%s - %s - %s gap analysis.xlsx".formatted(part(client), part(wave), Words.audience(team));
    }

    /** RFC 6266: a plain name for old programs, the true one beside it. */
    String disposition() {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(), encoded());
    }

    private static String part(String text) {
        String clean = Typed.clean(text)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\uFFFD\\\\/:*?\"<>|%]+", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (clean.isEmpty()) {
            return "Parallax";
        }
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST_PART, clean.codePointCount(0, clean.length())));
        return clean.substring(0, end).strip();
    }

    private String ascii() {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\x20-\\x7E]", "_");
    }

    private String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
            encoded.append(plain ? String.valueOf(character) : "%%%02X".formatted(octet & 0xFF));
        }
        return encoded.toString();
    }
}
