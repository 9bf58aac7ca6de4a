package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.fieldwork.FieldNumbers.Segment;
import parallax.questionnaire.Audience;
import parallax.study.Wave;

class FieldIT {

    private final Field field = Field.withoutMailServer();
    private Wave wave;

    @BeforeEach
    void launch() {
        wave = field.launched();
        field.feature().sendDue();
        Map<String, String> customers = field.tokens(wave.id(), Audience.CUSTOMER);
        // North (even): companies 0 and 2; South (odd): companies 1 and 3
        for (int i : List.of(0, 2, 4, 6, 1)) {
            field.submit(String.valueOf(customers.get("customer" + i)));
        }
        field.begin(String.valueOf(customers.get("customer3")));
        field.submit(field.tokens(wave.id(), Audience.SALES).values().iterator().next());
    }

    @Test
    void eachGroupIsCountedAndToldWhatItStillNeeds() {
        FieldNumbers numbers = field.feature().field().numbers(wave.id());
        assertThat(numbers.state()).isEqualTo("open");
        assertThat(numbers.updatedAt()).isEqualTo(field.study().instant());
        // customers: 5 of 12 from companies 0, 1 and 2: enough (5 people, 3 companies)
        assertItem(numbers.items().get(0), "customer", null, 12, 1, 5, true, 0, 0);
        assertItem(numbers.items().get(1), "sales", null, 6, 0, 1, false, 4, null);
        assertItem(numbers.items().get(2), "customer", new Segment("region", "North"), 6, 0, 4, false, 1, 1);
        assertItem(numbers.items().get(3), "customer", new Segment("region", "South"), 6, 1, 1, false, 4, 2);
        assertThat(numbers.items()).hasSize(4);
        // RR2 5/12; completion: 5 submitted, 1 began and has not
        assertThat(numbers.items().get(0).rates())
                .containsEntry("rr2", 5 / 12.0)
                .containsEntry("completion", 5 / 6.0);
    }

    @Test
    void customersWithoutASegmentAreCountedSoThatTheRowsAddUp() {
        withoutARegion("customer0", "customer2", "customer4", "customer6", "customer1");
        FieldNumbers numbers = field.feature().field().numbers(wave.id());
        List<Item> segments = segments(numbers);
        // North: customers 8 and 10; South: 3, 5, 7, 9 and 11
        assertThat(segments).extracting(Item::invited).containsExactly(5, 7);
        assertThat(segments.get(1).segment()).isEqualTo(new Segment("region", "", List.of("North", "")));
        assertThat(segments.get(1).completed()).isEqualTo(5);
        assertThat(segments.get(1).canBeShown()).isFalse();
        assertThat(FieldTable.rows(numbers).get(3).name()).isEqualTo("Customers, region: North + none given");
        assertThat(FieldTable.rows(numbers).get(3).canBeShown()).isEqualTo("no figure of its own");
    }

    @Test
    void oneInvitedWithoutASegmentIsCountedWithTheSmallestSegment() {
        withoutARegion("customer0");
        List<Item> segments = segments(field.feature().field().numbers(wave.id()));
        // North has 5 left, South 6
        assertThat(segments).extracting(Item::invited).containsExactly(6, 6);
        assertThat(segments.get(0).segment()).isEqualTo(new Segment("region", "South"));
        assertThat(segments.get(1).segment()).isEqualTo(new Segment("region", "", List.of("North", "")));
    }

    @Test
    void aVariableOfWhichOnlyTheWholeIsLeftIsNotCounted() {
        withoutARegion("customer0", "customer2", "customer4", "customer6", "customer8", "customer10", "customer1");
        field.owner().useHandle(handle -> handle.execute("""
                UPDATE identity.invitation SET segments = '\\x01' WHERE segments = '\\x02' AND contact_id IN
                (SELECT id FROM identity.contact WHERE name IN ('customer3', 'customer5', 'customer7'))
                """));
        // North 3, South 2: five together, and the rest of seven is large enough
        assertThat(segments(field.feature().field().numbers(wave.id())))
                .extracting(Item::invited)
                .containsExactly(7, 5);

        withoutARegion("customer3", "customer5");
        // North 1, South 2: with the nine others that is everybody
        assertThat(segments(field.feature().field().numbers(wave.id()))).isEmpty();
    }

    private void withoutARegion(String... names) {
        // segment code 0: none known
        field.owner()
                .useHandle(handle -> handle.createUpdate("""
                        UPDATE identity.invitation SET segments = '\\x00'
                        WHERE contact_id IN (SELECT id FROM identity.contact WHERE name IN (<names>))
                        """)
                        .bindList("names", List.of(names))
                        .execute());
    }

    private static List<Item> segments(FieldNumbers numbers) {
        return numbers.items().stream().filter(item -> item.segment() != null).toList();
    }

    @Test
    void teamsAreCountedAsAWholeOnly() {
        field.owner()
                .useHandle(handle ->
                        handle.execute("UPDATE identity.invitation SET segments = '\\x01' WHERE audience = 'sales'"));
        FieldNumbers numbers = field.feature().field().numbers(wave.id());
        assertThat(numbers.items().stream().filter(item -> item.audience().equals("sales")))
                .hasSize(1);
        assertThat(numbers.items().get(2).invited()).isEqualTo(6);
    }

    private static void assertItem(
            Item item,
            String audience,
            @Nullable Segment segment,
            int invited,
            int started,
            int completed,
            boolean canBeShown,
            Integer answersNeeded,
            @Nullable Integer accountsNeeded) {
        assertThat(item.audience()).isEqualTo(audience);
        assertThat(item.segment()).isEqualTo(segment);
        assertThat(item.invited()).isEqualTo(invited);
        assertThat(item.sent()).isEqualTo(invited);
        assertThat(item.started()).isEqualTo(started);
        assertThat(item.completed()).isEqualTo(completed);
        assertThat(item.canBeShown()).isEqualTo(canBeShown);
        assertThat(item.answersNeeded()).isEqualTo(answersNeeded);
        assertThat(item.accountsNeeded()).isEqualTo(accountsNeeded);
    }
}
