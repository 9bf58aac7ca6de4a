package parallax.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.study.EngagementService.CreateEngagement;

/** Settings of an engagement between form and service. */
final class EngagementFields {

    private static final List<String> NAMES = List.of(
            "name",
            "client",
            "scale_points",
            "smallest_gap_percent",
            "minimum_group",
            "minimum_team",
            "minimum_accounts",
            "team_scope");

    private EngagementFields() {}

    /** Those that are ticked, as sent or as they stand. */
    static List<String> languages(Fields fields, CreateEngagement base) {
        return fields.has("choosing_languages") ? fields.all("languages") : base.languages();
    }

    static Map<String, String> of(CreateEngagement settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", settings.name());
        values.put("client", settings.client());
        values.put("scale_points", Integer.toString(settings.scalePoints()));
        values.put("smallest_gap_percent", Double.toString(settings.smallestGapPercent()));
        values.put("minimum_group", Integer.toString(settings.minimumGroup()));
        values.put("minimum_team", Integer.toString(settings.minimumTeam()));
        values.put("minimum_accounts", Integer.toString(settings.minimumAccounts()));
        values.put("team_scope", settings.teamScope().code());
        return values;
    }

    /** As typed, to be shown again; a setting that the form left out keeps its value. */
    static Map<String, String> typed(Fields fields, CreateEngagement base) {
        Map<String, String> values = of(base);
        NAMES.stream().filter(fields::has).forEach(name -> values.put(name, fields.text(name)));
        return values;
    }

    static EngagementInput read(Fields fields, InputCheck check) {
        return new EngagementInput(
                fields.text("name"),
                fields.text("client"),
                fields.has("languages") || fields.has("choosing_languages")
                        ? List.copyOf(fields.all("languages"))
                        : null,
                fields.has("scale_points") ? fields.whole("scale_points", check) : null,
                fields.has("smallest_gap_percent") ? fields.number("smallest_gap_percent", check) : null,
                whole(fields, "minimum_group", check),
                whole(fields, "minimum_team", check),
                whole(fields, "minimum_accounts", check),
                fields.has("team_scope") ? fields.text("team_scope") : null);
    }

    private static @Nullable Integer whole(Fields fields, String name, InputCheck check) {
        return fields.has(name) ? fields.whole(name, check) : null;
    }
}
