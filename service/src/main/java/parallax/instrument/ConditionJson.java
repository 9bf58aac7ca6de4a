package parallax.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Condition;

/**
 * When an item is asked. Exactly one of these forms: {@code {"met"}}, {@code {"encountered"}}, {@code {"item", "one_of"}},
 * {@code {"item", "at_least", "at_most"}}, {@code {"every"}}, {@code {"any"}}, {@code {"not"}}.
 *
 * @param met a team: one of its touchpoints, or a shared one, was met
 * @param encountered key of a touchpoint that was rated
 * @param item key of an earlier item
 * @param oneOf keys of choices ({@code other} among them) or points of an agreement scale, one of which was answered
 * @param atLeast lowest number answered, included
 * @param atMost highest number answered, included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionJson(
        @Nullable String met,
        @Nullable String encountered,
        @Nullable String item,
        @Nullable List<@Nullable String> oneOf,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        @Nullable List<@Nullable ConditionJson> every,
        @Nullable List<@Nullable ConditionJson> any,
        @Nullable ConditionJson not) {

    private static final ConditionJson NONE = new ConditionJson(null, null, null, null, null, null, null, null, null);

    /** Null for what is always asked. */
    public static @Nullable ConditionJson of(@Nullable Condition condition) {
        return condition == null ? null : from(condition);
    }

    static ConditionJson from(Condition condition) {
        if (condition instanceof Condition.Met met) {
            return new ConditionJson(met.owner().code(), null, null, null, null, null, null, null, null);
        } else if (condition instanceof Condition.Encountered touchpoint) {
            return new ConditionJson(null, touchpoint.touchpoint(), null, null, null, null, null, null, null);
        } else if (condition instanceof Condition.OneOf one) {
            List<@Nullable String> choices = List.copyOf(new TreeSet<>(one.choices()));
            return new ConditionJson(null, null, one.item(), choices, null, null, null, null, null);
        } else if (condition instanceof Condition.Between between) {
            return new ConditionJson(null, null, between.item(), null, between.low(), between.high(), null, null, null);
        } else if (condition instanceof Condition.Every all) {
            return new ConditionJson(null, null, null, null, null, null, from(all.parts()), null, null);
        } else if (condition instanceof Condition.Any some) {
            return new ConditionJson(null, null, null, null, null, null, null, from(some.parts()), null);
        } else if (condition instanceof Condition.Not turned) {
            return new ConditionJson(null, null, null, null, null, null, null, null, from(turned.part()));
        }
        return NONE;
    }

    private static List<@Nullable ConditionJson> from(List<Condition> parts) {
        return List.copyOf(parts.stream().map(ConditionJson::from).toList());
    }
}
