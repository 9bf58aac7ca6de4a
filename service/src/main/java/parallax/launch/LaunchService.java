package parallax.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactService.Contact;
import parallax.contact.ContactService.Reachable;
import parallax.fieldwork.Invitations.Invitee;
import parallax.launch.SegmentPlan.TooManyValuesException;
import parallax.message.Readers;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Takes a wave into the field: keys, frozen questionnaire, invitations, mails; and back while no mail has left. */
public final class LaunchService {

    /** Minutes between the launch and the first mail, unless the caller says otherwise. */
    public static final int HOLD_MINUTES = 5;

    private static final int LONGEST_HOLD = 60;
    private static final byte[] NO_CODE = new byte[0];

    private final LaunchTools tools;

    LaunchService(LaunchTools tools) {
        this.tools = tools;
    }

    /** What a launch would do now. */
    LaunchPlan plan(WaveId id) {
        return plan(tools.waves().require(id));
    }

    /**
     * Launches a wave.
     *
     * @param holdMinutes 0 to 60: how long the mails wait, so that the launch can be cancelled
     * @throws RefusedException INVALID for another hold; CONFLICT with reasons while something is missing or the wave is
     *     no draft
     */
    public Launched launch(Caller caller, WaveId id, int holdMinutes) {
        if (holdMinutes < 0 || holdMinutes > LONGEST_HOLD) {
            throw wrongHold(holdMinutes);
        }
        Wave draft = tools.waves().require(id);
        // Before the keys: a wave that cannot be launched leaves no file behind.
        tools.waves().requireLaunchable(draft);
        requireReady(plan(draft));
        byte[] publicKey = tools.keys().createWaveKeys(id.value());
        Instant heldUntil = tools.clock().instant().plus(Duration.ofMinutes(holdMinutes));
        return tools.jdbi().inTransaction(handle -> {
            Wave wave = tools.waves().lockForUpdate(handle, id);
            LaunchPlan plan = plan(wave);
            Wave open =
                    tools.waves().open(handle, id, publicKey, plan.segments().variables());
            requireReady(plan);
            tools.messages().messages().freeze(handle, plan.engagement(), open);
            invite(handle, open, plan, heldUntil);
            plan.groups()
                    .forEach((audience, group) -> tools.waves()
                            .saveFrame(
                                    handle,
                                    id,
                                    audience,
                                    new AudienceFrame(people(audience, group), Map.of(), null, null)));
            tools.audit().record(caller, "wave.launch", id.toString());
            return new Launched(heldUntil, invited(plan));
        });
    }

    /**
     * Takes a launch back: invitations and mails go, the wave is a draft again.
     *
     * @throws MailsAlreadyLeftException when it is too late
     */
    public void cancel(Caller caller, WaveId id) {
        tools.jdbi().useTransaction(handle -> {
            tools.waves().lockForUpdate(handle, id);
            if (!tools.invitations().withdraw(handle, id)) {
                throw new MailsAlreadyLeftException();
            }
            tools.messages().messages().thaw(handle, id);
            tools.waves().returnToDraft(handle, id);
            tools.audit().record(caller, "wave.launch.cancel", id.toString());
        });
    }

    private LaunchPlan plan(Wave wave) {
        Engagement engagement = tools.engagements().require(wave.engagementId());
        Reachable reachable = tools.contacts().listReachable(wave.engagementId(), wave.audiences());
        List<Contact> contacts = reachable.invitable();
        Map<Audience, LaunchPlan.Group> groups = groups(wave, reachable);
        List<InputError> missing = new ArrayList<>();
        groups.forEach((audience, group) -> {
            if (group.invited() == 0) {
                missing.add(noContacts(audience, group));
            }
        });
        Instant closesAt = wave.closesAt();
        if (closesAt != null && !closesAt.isAfter(tools.clock().instant())) {
            missing.add(InputError.field(
                    "/closes_at", closesAt.toString(), "The closing date has passed. Set a later one."));
        }
        Set<Readers> readers = wave.audiences().stream().map(Readers::of).collect(Collectors.toSet());
        missing.addAll(tools.messages().messages().faults(engagement, readers));
        return new LaunchPlan(wave, engagement, groups, contacts, segments(contacts, missing), missing);
    }

    private Map<Audience, LaunchPlan.Group> groups(Wave wave, Reachable reachable) {
        Map<Audience, Integer> all = tools.contacts().count(wave.engagementId());
        Map<Audience, LaunchPlan.Group> groups = new EnumMap<>(Audience.class);
        for (Audience audience : wave.audiences()) {
            List<Contact> invited = reachable.invitable().stream()
                    .filter(contact -> contact.audience() == audience)
                    .toList();
            int mails = Math.toIntExact(
                    invited.stream().filter(contact -> contact.email() != null).count());
            int stopped = reachable.stopped().getOrDefault(audience, 0);
            int unreachable = Math.max(0, all.getOrDefault(audience, 0) - invited.size() - stopped);
            groups.put(audience, new LaunchPlan.Group(mails, invited.size() - mails, stopped, unreachable));
        }
        return groups;
    }

    private static SegmentPlan segments(List<Contact> contacts, List<InputError> missing) {
        try {
            return SegmentPlan.of(contacts);
        } catch (TooManyValuesException e) {
            missing.add(InputError.field("/segments/" + e.variable(), null, String.valueOf(e.getMessage())));
            return new SegmentPlan(List.of());
        }
    }

    private static InputError noContacts(Audience audience, LaunchPlan.Group group) {
        String message = group.leftOut() == 0
                ? "There is no contact of audience %s. Import contacts, or take the audience out of the wave."
                        .formatted(audience.code())
                : "None of the %d contacts of audience %s can be asked: %s, or mails stopped."
                        .formatted(
                                group.leftOut(),
                                audience.code(),
                                audience.isTeam() ? "no mail address" : "no mail address or phone number");
        return InputError.field("/audiences", audience.code(), message);
    }

    private static void requireReady(LaunchPlan plan) {
        if (!plan.missing().isEmpty()) {
            throw new LaunchRefusedException(plan.missing());
        }
    }

    private void invite(Handle handle, Wave wave, LaunchPlan plan, Instant dueAt) {
        List<String> languages = tools.waves().questionnaire(wave).languages();
        List<Invitee> people = plan.contacts().stream()
                .map(contact -> invitee(wave, plan.segments(), contact, languages))
                .toList();
        tools.invitations().invite(handle, wave, people, dueAt);
    }

    private Invitee invitee(Wave wave, SegmentPlan segments, Contact contact, List<String> languages) {
        return new Invitee(
                contact.id(),
                contact.audience(),
                languages.contains(contact.language()) ? contact.language() : languages.get(0),
                accountCode(wave, contact.audience(), contact.account()),
                segments.code(contact.segments()),
                contact.email() != null);
    }

    /** Of people without an account, and of team members, there is none: a code of their own would be a name. */
    private byte[] accountCode(Wave wave, Audience audience, @Nullable String account) {
        return audience.isTeam() || account == null
                ? NO_CODE
                : tools.keys().accountCode(wave.engagementId().value(), account);
    }

    /** Of a team everybody counts, written to or not; of customers those who were asked. */
    private static int people(Audience audience, LaunchPlan.Group group) {
        return audience.isTeam() ? group.people() : group.invited();
    }

    private static SortedMap<String, Integer> invited(LaunchPlan plan) {
        SortedMap<String, Integer> invited = new TreeMap<>();
        plan.groups().forEach((audience, group) -> invited.put(audience.code(), group.invited()));
        return invited;
    }

    private static RefusedException wrongHold(int minutes) {
        String message = "hold_minutes must be between 0 and %d.".formatted(LONGEST_HOLD);
        return new RefusedException(
                ProblemType.INVALID,
                message,
                List.of(InputError.field("/hold_minutes", Integer.toString(minutes), message)));
    }

    /**
     * A launch.
     *
     * @param heldUntil when the first mail leaves; until then the launch can be cancelled
     * @param invited audience to number of invitations
     */
    public record Launched(Instant heldUntil, SortedMap<String, Integer> invited) {}
}
