package parallax.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import parallax.finding.ClientFigures;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;

/**
 * A hash of a wave's figures as the client may read them: equal in both workbooks, different as soon as one figure is. Made
 * from nothing finer than what is printed, so nothing finer can be tried out against it.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    static String of(Findings findings) {
        ClientFigures figures = new ClientFigures(findings);
        StringBuilder text = new StringBuilder();
        for (Touchpoint touchpoint : findings.questionnaire().touchpoints()) {
            String key = touchpoint.key();
            text.append(key).append('\n');
            for (Audience audience : Audience.values()) {
                for (Measure measure : Measure.values()) {
                    text.append(figures.mean(audience, measure, key)).append('\n');
                }
            }
            for (Audience team : List.of(Audience.SALES, Audience.MARKETING)) {
                text.append(figures.perceptionGap(team, key)).append('\n');
            }
            text.append(figures.alignmentGap(key)).append('\n');
            text.append(figures.notEncountered(key)).append('\n');
        }
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
