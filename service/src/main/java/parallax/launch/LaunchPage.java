package parallax.launch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactService.Contact;
import parallax.fieldwork.Words;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Who gets a mail, who does not and why, and what to know before it leaves. */
public final class LaunchPage extends Page {

    private final LaunchPlan plan;
    private final boolean leavesTheHouse;
    private final Typed typed;

    LaunchPage(PageContext context, LaunchPlan plan, boolean leavesTheHouse, Typed typed) {
        super("/templates/launch/launch.ftlh", context);
        this.plan = plan;
        this.leavesTheHouse = leavesTheHouse && !plan.engagement().sample();
        this.typed = typed;
    }

    public String getWaveName() {
        return plan.wave().name();
    }

    public String getWaveUrl() {
        return "/waves/" + plan.wave().id();
    }

    public String getEngagementName() {
        return plan.engagement().name();
    }

    public String getEngagementUrl() {
        return "/engagements/" + plan.engagement().id();
    }

    public boolean isDraft() {
        return plan.wave().state() == WaveState.DRAFT;
    }

    public boolean isLeavesTheHouse() {
        return leavesTheHouse;
    }

    public int getInvited() {
        return plan.mails();
    }

    /** Customers with a phone number only. */
    public int getCalls() {
        return plan.calls();
    }

    public List<String> getMissing() {
        return plan.missing().stream().map(InputError::message).toList();
    }

    public List<InputError> getErrors() {
        return typed.errors();
    }

    public Typed getTyped() {
        return typed;
    }

    public List<Group> getGroups() {
        return plan.groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Group(
                        Words.audience(entry.getKey()),
                        entry.getValue().mails(),
                        entry.getValue().calls(),
                        entry.getValue().leftOut(),
                        warning(entry.getKey(), entry.getValue())))
                .toList();
    }

    public String getClosing() {
        Instant closesAt = plan.wave().closesAt();
        return closesAt == null
                ? "By hand"
                : "%s, then %s of grace"
                        .formatted(
                                Words.moment(closesAt), Words.count(plan.wave().graceDays(), "day", "days"));
    }

    public String getReminders() {
        List<Wave.Reminder> reminders = plan.wave().reminders();
        return reminders.isEmpty()
                ? "None"
                : reminders.stream()
                        .map(reminder -> "after " + Words.count(reminder.afterDays(), "day", "days"))
                        .collect(Collectors.joining(", "));
    }

    public String getSegments() {
        return plan.segments().variables().isEmpty()
                ? "None"
                : plan.segments().variables().stream()
                        .map(variable -> "%s (%s)"
                                .formatted(
                                        variable.variable(),
                                        Words.count(variable.values().size(), "value", "values")))
                        .collect(Collectors.joining(", "));
    }

    /** Customers whom account and segments together tell from everybody else; null when there are none. */
    public @Nullable String getSingledOut() {
        List<Contact> customers = plan.contacts().stream()
                .filter(contact -> contact.audience() == Audience.CUSTOMER)
                .toList();
        long alone = customers.stream()
                .collect(Collectors.groupingBy(
                        contact -> List.of(String.valueOf(contact.account()), contact.segments()),
                        Collectors.counting()))
                .values()
                .stream()
                .filter(size -> size == 1)
                .count();
        return alone == 0
                ? null
                : "%d of %d customers are the only one with their account and segments. No output shows so small a group; fewer or coarser segments also keep the stored answers from pointing at one person."
                        .formatted(alone, customers.size());
    }

    private @Nullable String warning(Audience audience, LaunchPlan.Group group) {
        Engagement engagement = plan.engagement();
        int minimum = audience.isTeam() ? engagement.minimumTeam() : engagement.minimumGroup();
        if (group.invited() < minimum) {
            return "Fewer than %d: no figure of this group can be shown, whoever answers.".formatted(minimum);
        }
        long accounts = plan.contacts().stream()
                .filter(contact -> contact.audience() == audience)
                .map(contact -> contact.account() == null ? contact.id() : contact.account())
                .distinct()
                .count();
        return !audience.isTeam() && accounts < engagement.minimumAccounts()
                ? "From fewer than %d companies: no figure of this group can be shown, whoever answers."
                        .formatted(engagement.minimumAccounts())
                : null;
    }

    /** What stands in the form. */
    public record Typed(String confirm, String holdMinutes, List<InputError> errors) {

        public Typed {
            errors = List.copyOf(errors);
        }
    }

    /** A line of the table. */
    public record Group(
            String name,
            int mails,
            int calls,
            int leftOut,
            @Nullable String warning) {}
}
