package parallax.fieldwork;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.fieldwork.FieldNumbers.Segment;
import parallax.questionnaire.Audience;

/** Field numbers as pages print them: every rate with its n. */
public final class FieldTable {

    private static final String NONE_GIVEN = "none given";

    private FieldTable() {}

    public static List<Row> rows(FieldNumbers numbers) {
        return numbers.items().stream().map(FieldTable::row).toList();
    }

    private static Row row(Item item) {
        Double rate = item.rates().get("rr2");
        return new Row(
                name(item),
                item.invited(),
                item.sent(),
                "%d of %d%s"
                        .formatted(
                                item.completed(), item.invited(), rate == null ? "" : " (" + Words.percent(rate) + ")"),
                item.started(),
                item.bounced(),
                item.optedOut(),
                accounts(item.accounts()),
                shown(item));
    }

    private static String accounts(FieldNumbers.@Nullable Accounts accounts) {
        return accounts == null ? "" : "%d of %d".formatted(accounts.answered(), accounts.invited());
    }

    /** The group in words, such as "Customers, region: North". */
    public static String name(Item item) {
        String audience = Words.audience(Audience.ofCode(item.audience()));
        Segment segment = item.segment();
        if (segment == null) {
            return audience;
        }
        List<String> values = segment.together() == null ? List.of(segment.value()) : segment.together();
        return "%s, %s: %s"
                .formatted(
                        audience,
                        segment.variable(),
                        values.stream()
                                .map(value -> value.isEmpty() ? NONE_GIVEN : value)
                                .collect(Collectors.joining(" + ")));
    }

    private static String shown(Item item) {
        Boolean canBeShown = item.canBeShown();
        if (canBeShown == null) {
            return "";
        }
        if (item.segment() != null && item.segment().value().isEmpty()) {
            return "no figure of its own";
        }
        if (canBeShown) {
            return "yes";
        }
        String answers = needed(item.answersNeeded(), "more answer", "more answers");
        String companies = needed(item.accountsNeeded(), "more company", "more companies");
        return answers + (answers.isEmpty() || companies.isEmpty() ? "" : ", ") + companies + " needed";
    }

    private static String needed(@Nullable Integer number, String one, String many) {
        return number == null || number == 0 ? "" : Words.count(number, one, many);
    }

    /** A line. */
    public record Row(
            String name,
            int invited,
            int sent,
            String answered,
            int started,
            int bounced,
            int stopped,
            String accounts,
            String canBeShown) {}
}
