package parallax.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parallax.contact.ContactService.Contact;
import parallax.fieldwork.Words;
import parallax.questionnaire.Audience;
import parallax.statistics.ProvableGap;
import parallax.study.Engagement;

/** What a wave can show if about as many answer as mostly do, a sentence each; small teams are told while that can be mended. */
final class Prospects {

    /** Of customers asked by mail, in hundredths: business relationship surveys reach about 32. */
    static final int CUSTOMERS_OF_100 = 30;

    /** Of a client's own people, who are asked by their own side too. */
    static final int TEAM_OF_100 = 80;

    private final LaunchPlan plan;
    private final Engagement engagement;

    Prospects(LaunchPlan plan) {
        this.plan = plan;
        this.engagement = plan.engagement();
    }

    /** What to expect, customers first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            LaunchPlan.Group group = plan.groups().get(audience);
            if (group != null && group.invited() > 0) {
                lines.addAll(audience.isTeam() ? team(audience, group) : List.of(customers(group)));
            }
        }
        return List.copyOf(lines);
    }

    private String customers(LaunchPlan.Group group) {
        int answers = expected(group.invited(), CUSTOMERS_OF_100);
        String expected = "%s asked: expect about %d to answer."
                .formatted(Words.count(group.invited(), "customer is", "customers are"), answers);
        return answers < engagement.minimumGroup()
                ? expected
                        + " Figures of customers need %d: ask at least %d."
                                .formatted(
                                        engagement.minimumGroup(), needed(engagement.minimumGroup(), CUSTOMERS_OF_100))
                : expected;
    }

    private List<String> team(Audience audience, LaunchPlan.Group group) {
        int people = group.invited();
        int minimum = engagement.minimumTeam();
        int answers = expected(people, TEAM_OF_100);
        if (people < minimum) {
            return List.of("%s has %s, and %d answers are needed: nothing of it can be shown, whoever answers; %s."
                    .formatted(Words.audience(audience), people(people), minimum, remedy(minimum)));
        }
        if (answers >= minimum) {
            return gap(audience, people, answers);
        }
        int spare = people - minimum;
        String hides = spare == 0 ? "one missing answer hides all" : "%d missing answers hide all".formatted(spare + 1);
        return List.of(
                "%s has %s: %s; %s.".formatted(Words.audience(audience), people(people), hides, remedy(minimum)));
    }

    private List<String> gap(Audience audience, int people, int answers) {
        if (!audience.ratesTouchpoints()) {
            return List.of();
        }
        OptionalDouble provable = customersEnough()
                ? ProvableGap.between(answers, accounts(), CUSTOMERS_OF_100 / 100.0, engagement.scalePoints() - 1)
                : OptionalDouble.empty();
        return provable.isEmpty()
                ? List.of()
                : List.of("With %s, expect to prove only gaps above about %s."
                        .formatted(
                                named(audience, people),
                                points(Math.max(provable.getAsDouble(), engagement.smallestGapPoints()))));
    }

    private boolean customersEnough() {
        LaunchPlan.Group customers = plan.groups().get(Audience.CUSTOMER);
        return customers != null && expected(customers.invited(), CUSTOMERS_OF_100) >= engagement.minimumGroup();
    }

    /** Number of customers in an account, to number of such accounts. */
    private Map<Integer, Integer> accounts() {
        Map<Object, Integer> sizes = plan.contacts().stream()
                .filter(contact -> contact.audience() == Audience.CUSTOMER)
                .collect(Collectors.toMap(Prospects::cluster, contact -> 1, Integer::sum));
        Map<Integer, Integer> accounts = new TreeMap<>();
        sizes.values().forEach(size -> accounts.merge(size, 1, Integer::sum));
        return accounts;
    }

    private static Object cluster(Contact contact) {
        String account = contact.account();
        return account == null ? contact.id() : account;
    }

    private static String remedy(int minimum) {
        return switch (minimum) {
            case 5 -> "set the teams’ minimum to 3 or 4, or combine the teams";
            case 4 -> "set the teams’ minimum to 3, or combine the teams";
            default -> "combine the teams";
        };
    }

    private static String named(Audience audience, int people) {
        return switch (audience) {
            case SALES -> Words.count(people, "seller", "sellers");
            case MARKETING -> people(people) + " in Marketing";
            case CUSTOMER, LEADERSHIP -> people(people);
        };
    }

    private static String people(int people) {
        return Words.count(people, "person", "people");
    }

    private static String points(double points) {
        String rounded = String.format(Locale.ROOT, "%.1f", points).replace(".0", "");
        return rounded + (rounded.equals("1") ? " point" : " points");
    }

    static int expected(int people, int of100) {
        return Math.round(people * of100 / 100f);
    }

    /** How many must be asked so that about that many answer. */
    private static int needed(int answers, int of100) {
        return (answers * 100 + of100 - 1) / of100;
    }
}
