package parallax.launch;

import java.util.List;
import java.util.Map;
import parallax.contact.ContactService.Contact;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.InputError;

/**
 * What a launch would do.
 *
 * @param groups by audience of the wave
 * @param contacts those who would be invited
 * @param missing what keeps the wave from being launched; empty: nothing
 */
record LaunchPlan(
        Wave wave,
        Engagement engagement,
        Map<Audience, Group> groups,
        List<Contact> contacts,
        SegmentPlan segments,
        List<InputError> missing) {

    LaunchPlan {
        groups = Map.copyOf(groups);
        contacts = List.copyOf(contacts);
        missing = List.copyOf(missing);
    }

    /** People who get a mail. */
    int mails() {
        return groups.values().stream().mapToInt(Group::mails).sum();
    }

    /** Customers without a mail address, who are called. */
    int calls() {
        return groups.values().stream().mapToInt(Group::calls).sum();
    }

    /**
     * An audience.
     *
     * @param mails who has a mail address and did not stop mails
     * @param calls who has a phone number only; customers alone are called
     * @param leftOut the others
     */
    record Group(int mails, int calls, int leftOut) {

        int invited() {
            return mails + calls;
        }

        int people() {
            return invited() + leftOut;
        }
    }
}
