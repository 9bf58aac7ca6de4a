package parallax.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactService.Contact;
import parallax.fieldwork.Words;
import parallax.mail.Mailbox;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Who gets a mail, who does not and why, and what to know before it leaves. */
public final class LaunchPage extends Page {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final LaunchPlan plan;
    private final Sending sending;
    private final SenderFacts sender;
    private final Typed typed;

    LaunchPage(PageContext context, LaunchPlan plan, Sending sending, Typed typed) {
        super("/templates/launch/launch.ftlh", context);
        this.plan = plan;
        this.sending = sending;
        this.sender = new SenderFacts(sending.from(), sending.baseUrl());
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
        return sending.leavesTheHouse() && !plan.engagement().sample();
    }

    /** Whom the mails come from. */
    public String getFrom() {
        return sending.from().toHeader();
    }

    /** When the first mail leaves if the launch is confirmed now. */
    public String getLeaves() {
        return "Five minutes after you confirm, unless you type another number: %s if you confirm now"
                .formatted(Words.clock(sending.now().plus(Duration.ofMinutes(LaunchService.HOLD_MINUTES))));
    }

    public List<String> getSenderWarnings() {
        return isLeavesTheHouse() ? sender.warnings(plan.contacts()) : List.of();
    }

    public String getSenderUnseen() {
        return sender.unseen();
    }

    /** Mails by language, most first. */
    public String getLanguages() {
        Map<String, Long> languages = plan.contacts().stream()
                .filter(contact -> contact.email() != null)
                .collect(Collectors.groupingBy(plan::language, TreeMap::new, Collectors.counting()));
        return languages.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> "%d in %s".formatted(entry.getValue(), LaunchPlan.named(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    /** What the wave can be expected to show. */
    public List<String> getProspects() {
        return new Prospects(plan).lines();
    }

    public int getCustomersOf100() {
        return Prospects.CUSTOMERS_OF_100;
    }

    public int getTeamOf100() {
        return Prospects.TEAM_OF_100;
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
                        Stream.of(reasons(entry.getKey(), entry.getValue()), warning(entry.getKey(), entry.getValue()))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(" "))))
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
                : reminders.stream().map(this::reminder).collect(Collectors.joining(", "));
    }

    private String reminder(Wave.Reminder reminder) {
        return "%s (after %s)"
                .formatted(
                        DAY.format(sending.now().plus(Duration.ofDays(reminder.afterDays()))),
                        Words.count(reminder.afterDays(), "day", "days"));
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

    /** Languages that would point at those who write in them. */
    public List<String> getFewReaders() {
        return plan.fewReaders();
    }

    private static String reasons(Audience audience, LaunchPlan.Group group) {
        List<String> reasons = new ArrayList<>();
        if (group.unreachable() > 0) {
            reasons.add(group.unreachable()
                    + (audience.isTeam() ? " without a mail address" : " without a mail address or phone number"));
        }
        if (group.stopped() > 0) {
            reasons.add(group.stopped() + " asked for no more mails");
        }
        return reasons.isEmpty() ? "" : String.join(", ", reasons) + ".";
    }

    /** What the counts of a group rule out; what is expected of a team stands further down. */
    private String warning(Audience audience, LaunchPlan.Group group) {
        Engagement engagement = plan.engagement();
        if (audience.isTeam()) {
            return "";
        }
        if (group.invited() < engagement.minimumGroup()) {
            return "Fewer than %d: no figure of this group can be shown, whoever answers."
                    .formatted(engagement.minimumGroup());
        }
        long accounts = plan.contacts().stream()
                .filter(contact -> contact.audience() == audience)
                .map(contact -> contact.account() == null ? contact.id() : contact.account())
                .distinct()
                .count();
        return accounts < engagement.minimumAccounts()
                ? "From fewer than %d companies: no figure of this group can be shown, whoever answers."
                        .formatted(engagement.minimumAccounts())
                : "";
    }

    /**
     * How mails leave.
     *
     * @param baseUrl what their links begin with
     */
    record Sending(boolean leavesTheHouse, Mailbox from, URI baseUrl, Instant now) {}

    /** What stands in the form. */
    public record Typed(String confirm, String holdMinutes, List<InputError> errors) {

        public Typed {
            errors = List.copyOf(errors);
        }
    }

    /**
     * A line of the table.
     *
     * @param note why some are left out, and what to know; empty: nothing
     */
    public record Group(String name, int mails, int calls, int leftOut, String note) {}
}
