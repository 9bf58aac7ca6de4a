package parallax.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parallax.finding.FigureKind;

/** How pages name what a release holds. */
final class ReleaseWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ReleaseWords() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String of(ReleaseState state) {
        return switch (state) {
            case DRAFT -> "Made, not published";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** An audience or a measure by its code. */
    static String of(String code) {
        return code.isEmpty() ? "" : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
    }

    static String audience(String code) {
        return code.equals("customer") ? "Customers" : of(code);
    }

    static FigureKind kind(String code) {
        return FigureKind.valueOf(code.toUpperCase(Locale.ROOT));
    }

    static String title(FigureKind kind) {
        return switch (kind) {
            case MEAN -> "Mean ratings";
            case TOP2 -> "Shares of the two best answers";
            case REACH -> "Who met the touchpoints";
            case PERCEPTION_GAP -> "Where teams and customers differ on experience";
            case PRIORITY_GAP -> "Where teams and customers differ on importance";
            case ALIGNMENT_GAP -> "Where Sales and Marketing differ";
            case SERVICE_GAP -> "What falls short of its importance";
            case TOP2_GAP -> "Differences of the shares of the two best answers";
            case RECOMMENDATION -> "Recommendation (NPS)";
            case CSAT -> "Satisfaction";
            case CES -> "Effort";
            case TREND -> "What changed since the wave before";
            case ALIGNMENT_INDEX -> "Alignment index, 0 to 100";
            case PRIORITY -> "Priority of touchpoints, 0 to 100";
            case GRID -> "Importance and experience";
            case RESPONSE_RATE -> "Response rates";
        };
    }

    static String because(String reason) {
        return switch (reason) {
            case "fewer_than_minimum" -> "too few answers";
            case "too_few_accounts" -> "too few accounts";
            case "complementary" -> "would tell another group’s number";
            case "dominated" -> "one account gave over half of the answers";
            case "extreme" -> "would tell single answers";
            default -> reason.replace('_', ' ');
        };
    }
}
