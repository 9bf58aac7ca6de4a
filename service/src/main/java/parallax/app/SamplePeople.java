package parallax.app;

import java.util.List;
import java.util.random.RandomGenerator;

/** The fictional people of the sample engagement, as the CSV file a consultant would upload. */
final class SamplePeople {

    private static final int CUSTOMERS = 150;
    private static final int SELLERS = 14;
    private static final int MARKETERS = 9;

    private static final List<String> PLACES = List.of(
            "Aldea",
            "Brenwick",
            "Corvane",
            "Dunmore",
            "Elsfield",
            "Farrow",
            "Glenhurst",
            "Harrowgate",
            "Ironbridge",
            "Juniper",
            "Kestrel",
            "Larkhill",
            "Merrow",
            "Northgate",
            "Oakham",
            "Pinewell",
            "Quarry",
            "Ravensby",
            "Stonecroft",
            "Thornbury");
    private static final List<String> TRADES = List.of("Interiors", "Hotels");
    private static final List<String> GIVEN = List.of(
            "Ada", "Bruno", "Carla", "Derek", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaja", "Luca", "Mira",
            "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Samir", "Tilda");
    private static final List<String> FAMILY = List.of(
            "Abbott", "Berger", "Costa", "Dietz", "Evans", "Fontaine", "Garcia", "Hansen", "Ito", "Jansen", "Keller");

    private SamplePeople() {}

    /** 40 accounts of one to seven customers in four regions, of which the last is too small to be shown; two teams. */
    static String csv(RandomGenerator random) {
        StringBuilder csv = new StringBuilder("audience,email,name,account,segment.region\n");
        int accounts = PLACES.size() * TRADES.size();
        for (int i = 0; i < CUSTOMERS; i++) {
            int account = i < accounts ? i : random.nextInt(accounts - 2);
            row(csv, "customer", "c" + i, name(random), account(account), region(account));
        }
        for (int i = 0; i < SELLERS; i++) {
            row(csv, "sales", "s" + i, name(random), "", "");
        }
        for (int i = 0; i < MARKETERS; i++) {
            row(csv, "marketing", "m" + i, name(random), "", "");
        }
        return csv.toString();
    }

    private static void row(
            StringBuilder csv, String audience, String key, String name, String account, String region) {
        String domain = audience.equals("customer") ? "customers.example" : "lumara.example";
        csv.append(String.join(",", audience, key + "@" + domain, name, account, region))
                .append('\n');
    }

    private static String account(int account) {
        return PLACES.get(account % PLACES.size()) + " " + TRADES.get(account / PLACES.size());
    }

    private static String region(int account) {
        return account >= 37 ? "Islands" : List.of("North", "South", "West").get(account % 3);
    }

    private static String name(RandomGenerator random) {
        return GIVEN.get(random.nextInt(GIVEN.size())) + " " + FAMILY.get(random.nextInt(FAMILY.size()));
    }
}
