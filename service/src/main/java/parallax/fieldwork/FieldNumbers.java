package parallax.fieldwork;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import parallax.study.AnswerModes;

/**
 * How a wave's field stands.
 *
 * @param state of the wave
 * @param unreadableBallots submitted answers that could not be opened and are in no figure
 * @param items all of each audience first, then the customers' segments; teams are counted as a whole only
 * @param courses how each audience answered over days and pages
 * @param nextReminder of the plan; null: none will leave by itself
 */
public record FieldNumbers(
        String state,
        Instant updatedAt,
        int unreadableBallots,
        List<Item> items,
        List<FieldCourse> courses,
        @JsonInclude @Nullable NextReminder nextReminder) {

    public FieldNumbers {
        items = List.copyOf(items);
        courses = List.copyOf(courses);
    }

    /**
     * One audience, or one segment of the customers, of whom at least the minimum was invited.
     *
     * @param segment null: all (and shown so)
     * @param sent invitations that a mail server took, or that were shown in the workspace
     * @param bounced addresses that do not exist; of a closed wave all who could not be reached
     * @param optedOut asked for no more mail
     * @param started began and have not submitted
     * @param silent have not begun, and could: neither bounced nor stopped
     * @param completed submitted
     * @param accounts null for teams, and of a closed wave, whose figures tell it
     * @param rates AAPOR names in lower case, each in [0, 1]: rr2, rr6, coop1, con1, ref1 and completion; empty before the launch
     * @param rateBases how many people each rate is a share of
     * @param canBeShown whether figures of this group would be shown if the wave closed now; null of a closed wave, whose
     *     figures tell it
     * @param answersNeeded further answers until then; null like {@code canBeShown}
     * @param accountsNeeded further accounts until then; null like {@code canBeShown}, and for teams
     * @param modes of all customers of a closed wave; null for teams and segments, while a wave runs (the next answer would tell
     *     how it came), where fewer than the minimum group answered, and where it was not kept
     */
    public record Item(
            String audience,
            @JsonInclude @Nullable Segment segment,
            int invited,
            int sent,
            int bounced,
            int optedOut,
            int started,
            int silent,
            int completed,
            @Nullable Accounts accounts,
            SortedMap<String, Double> rates,
            SortedMap<String, Integer> rateBases,
            @Nullable Boolean canBeShown,
            @Nullable Integer answersNeeded,
            @Nullable Integer accountsNeeded,
            @Nullable AnswerModes modes) {}

    /**
     * How far the customers' accounts are covered.
     *
     * @param invited accounts of which somebody was invited
     * @param answered of those, accounts of which somebody has answered
     */
    public record Accounts(int invited, int answered) {}

    /**
     * The reminder that leaves next by the plan.
     *
     * @param step from 1
     * @param at for those whose invitation left at the launch
     */
    public record NextReminder(int step, Instant at) {}

    /**
     * A value of a segment variable.
     *
     * @param value "" are those of whom none is known, and those of several values counted together
     * @param together the values counted together because too few of one were invited, ascending; null for one value
     */
    public record Segment(
            String variable, String value, @Nullable List<String> together) {

        Segment(String variable, String value) {
            this(variable, value, null);
        }
    }
}
