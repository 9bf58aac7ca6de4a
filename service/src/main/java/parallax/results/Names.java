package parallax.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parallax.finding.FigureKey;
import parallax.finding.FigureKind;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;

/** What things are called on the consultancy's pages. */
final class Names {

    private final Findings findings;

    Names(Findings findings) {
        this.findings = findings;
    }

    static String audience(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    static String measure(Measure measure) {
        return switch (measure) {
            case EXPERIENCE -> "Experience";
            case IMPORTANCE -> "Importance";
        };
    }

    static String segment(FigureKey.Segment segment) {
        return segment.variable() + ": " + segment.value();
    }

    /** In the questionnaire's first language. */
    String touchpoint(String key) {
        int position = findings.questionnaire().positionOf(key);
        return position < 0
                ? key
                : findings.questionnaire()
                        .touchpoints()
                        .get(position)
                        .label(findings.questionnaire().defaultLanguage());
    }

    /** Such as "Perception gap: Demo, Sales, region: north". */
    String figure(FigureKey key) {
        List<String> about = new ArrayList<>();
        if (key.touchpoint() != null) {
            about.add(touchpoint(key.touchpoint()));
        }
        if (key.audience() != null) {
            about.add(audience(key.audience()));
        }
        if (key.team() != null) {
            about.add(audience(key.team()));
        }
        if (key.kind().hasMeasure()
                && key.kind() != FigureKind.PERCEPTION_GAP
                && key.kind() != FigureKind.PRIORITY_GAP) {
            about.add(measure(key.measure()).toLowerCase(Locale.ROOT));
        }
        if (key.variant() != null) {
            about.add(key.variant());
        }
        if (key.segment() != null) {
            about.add(segment(key.segment()));
        }
        String kind = kind(key.kind());
        return about.isEmpty() ? kind : kind + ": " + String.join(", ", about);
    }

    /** As readers of reports know it (METHOD.md §11). */
    static String kind(FigureKind kind) {
        return switch (kind) {
            case MEAN -> "Mean";
            case TOP2 -> "Share of the two highest answers";
            case REACH -> "Share who met it";
            case PERCEPTION_GAP -> "Perception gap";
            case PRIORITY_GAP -> "Importance gap";
            case ALIGNMENT_GAP -> "Alignment gap";
            case SERVICE_GAP -> "Shortfall against importance";
            case TOP2_GAP -> "Difference of the shares of the two highest answers";
            case RECOMMENDATION -> "Recommendation score";
            case CSAT -> "Satisfaction";
            case CES -> "Ease";
            case TREND -> "Change since the wave before";
            case ALIGNMENT_INDEX -> "Alignment index";
            case PRIORITY -> "Fix-first score";
            case GRID -> "Place in the map of importance and experience";
            case RESPONSE_RATE -> "Response rate";
        };
    }
}
