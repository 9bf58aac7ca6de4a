package parallax.nomination;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the customers of a wave were chosen.
 *
 * @param chosenBy who chose, such as "Account managers"
 * @param eligible people who could have been asked, 1 or more
 * @param named of them, those who were named
 * @param struck of them, those who were struck, by reason
 */
public record Nomination(String chosenBy, int eligible, int named, List<Struck> struck) {

    private static final String BIAS = "Customers not named may think differently.";

    /** @throws IllegalArgumentException when more were named and struck than there are */
    public Nomination {
        struck = List.copyOf(struck);
        long most = named + struck.stream().mapToLong(Struck::people).sum();
        if (eligible < 1 || named < 0 || most > eligible) {
            throw new IllegalArgumentException(
                    "named and struck must be 0 to %d together, were %d".formatted(eligible, most));
        }
    }

    /**
     * People left out for one reason.
     *
     * @param people 1 or more
     */
    public record Struck(String reason, int people) {

        public Struck {
            if (people < 1) {
                throw new IllegalArgumentException("people must be 1 or more, was " + people);
            }
        }
    }

    /** People who were struck, whatever the reason. */
    public int struckPeople() {
        return struck.stream().mapToInt(Struck::people).sum();
    }

    /** As it is printed, such as "Account managers named 148 of 210 eligible contacts and struck 31. Customers not named may …". */
    public String told() {
        return facts("") + (named < eligible ? " " + BIAS : "");
    }

    /** The same with the reasons why people were struck. */
    public String toldWithReasons() {
        String reasons = struck.stream()
                .map(one -> "%s: %s".formatted(one.reason(), count(one.people())))
                .collect(Collectors.joining("; "));
        return facts(reasons.isEmpty() ? "" : " (" + reasons + ")") + (named < eligible ? " " + BIAS : "");
    }

    private String facts(String reasons) {
        String contacts = eligible == 1 ? "contact" : "contacts";
        if (named == eligible) {
            return eligible == 1
                    ? chosenBy + " named the only eligible contact."
                    : "%s named all %s eligible contacts.".formatted(chosenBy, count(eligible));
        }
        int left = struckPeople();
        return "%s named %s of %s eligible %s%s."
                .formatted(
                        chosenBy,
                        named == 0 ? "none" : count(named),
                        count(eligible),
                        contacts,
                        left == 0 ? "" : " and struck " + count(left) + reasons);
    }

    private static String count(int people) {
        return String.format(Locale.ROOT, "%,d", people);
    }
}
