package parallax.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.database.TestDatabase;
import parallax.intake.ImportReport;
import parallax.intake.IntakeGround;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class ContactImportIT {

    private static final String HEADER = "audience,email,phone,name,language,account,segment.region\n";

    private IntakeGround ground;
    private ContactEditing editing;
    private Engagement engagement;
    private Engagement decoy;

    @BeforeEach
    void prepare() {
        ground = new IntakeGround();
        editing = new ContactEditing(
                ground.databases.field(), ground.study.engagements(), ground.audit, UUID::randomUUID);
        engagement = ground.engagement("Lighting", "Northwind");
        decoy = ground.engagement("Decoy", "Contoso");
        ground.importText(decoy, HEADER + "sales,ann@acme.com,,Decoy Ann,,,\n");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void rowsThatCanBeUsedAreWrittenAndTheOthersAreTold() {
        ImportReport outcome = ground.importText(engagement, HEADER + """
                customer,ann@acme.com,,Ann,de,Acme,north
                customer,bob@acme,,Bob,,Acme,north
                sales,,+49 30 1234567,Sue,,,
                clients,eve@x.com,,Eve,fr,,
                """);

        assertThat(outcome.ready()).isEqualTo(2);
        assertThat(outcome.rejected()).isEqualTo(2);
        assertThat(outcome.problems())
                .extracting(InputError::row, InputError::column, InputError::value, InputError::message)
                .containsExactly(
                        tuple(3, "email", "bob@acme", "after the @ there is no ending such as .com"),
                        tuple(5, "audience", "clients", "must be customer, sales, marketing or leadership"),
                        tuple(5, "language", "fr", "this engagement speaks en, de"));
        assertThat(all(engagement))
                .extracting(ContactView::name, ContactView::language, ContactView::account, ContactView::segments)
                .containsExactly(
                        tuple("Ann", "de", "Acme", Map.of("region", "north")), tuple("Sue", "en", null, Map.of()));
        assertThat(ground.contacts.count(engagement.id()))
                .isEqualTo(
                        Map.of(Audience.CUSTOMER, 1, Audience.SALES, 1, Audience.MARKETING, 0, Audience.LEADERSHIP, 0));
        assertThat(ground.rejected(Objects.requireNonNull(outcome.importId())))
                .containsExactly(
                        "3: after the @ there is no ending such as .com",
                        "5: must be customer, sales, marketing or leadership",
                        "5: this engagement speaks en, de");
    }

    @Test
    void theCountsTogetherAreTheRows() {
        ground.importText(engagement, HEADER + "customer,ann@acme.com,,Ann,,Acme,\nsales,sue@n.com,,Sue,,,\n");

        ImportReport report = ground.importText(engagement, HEADER + """
                customer,ANN@ACME.COM ,,Ann,,acme,
                customer,ann@acme.com,,Ann Lee,,Acme,
                customer,new@acme.com,,New,,Acme,
                customer,new@acme.com,,New,,Acme,
                customer,New@acme.com,,Newer,,Acme,
                customer,bad,,X,,Acme,
                """);

        assertThat(List.of(report.ready(), report.updated(), report.duplicates(), report.rejected()))
                .containsExactly(1, 0, 4, 1);
        assertThat(report.problems())
                .extracting(InputError::row, InputError::column, InputError::value)
                .containsExactly(
                        tuple(3, "email", "ann@acme.com"), tuple(6, "email", "New@acme.com"), tuple(7, "email", "bad"));
        assertThat(report.problems().get(1).message()).contains("row 4, which stands");
        assertThat(all(engagement)).extracting(ContactView::name).containsExactly("Ann", "New", "Sue");
    }

    @Test
    void aRowThatCannotBeReadLeavesTheOthersUsable() {
        ImportReport outcome = ground.importText(
                engagement,
                "audience,email,name\n"
                        + "sales,a@n.com,A\nsales,b@n.com,B,too,many\nsales,c@n.com,C\0C\nsales,d@n.com,D\n");

        assertThat(outcome.ready()).isEqualTo(2);
        assertThat(outcome.rejected()).isEqualTo(2);
        assertThat(outcome.problems())
                .extracting(InputError::row, InputError::column, InputError::value)
                .containsExactly(tuple(3, null, "too"), tuple(4, "name", "C␀C"));
        assertThat(all(engagement)).extracting(ContactView::name).containsExactly("A", "D");
    }

    @Test
    void usualNamesOfColumnsAreUnderstoodAndOurOwnGoFirst() {
        ImportReport outcome = ground.check(
                engagement, "Audience;E-Mail;Company;Firm;Full name\ncustomer;ann@acme.com;Acme;Other;Ann\n");

        assertThat(outcome.ready()).isEqualTo(1);
        assertThat(outcome.problems())
                .singleElement()
                .extracting(InputError::column)
                .isEqualTo("Firm");
    }

    @Test
    void aWrongHeaderIsToldWithWhatWasFound() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> ground.importText(engagement, "mail,who,firm\na@x.com,sales,Acme\n"));

        assertThat(refused.errors())
                .singleElement()
                .extracting(InputError::message)
                .asString()
                .endsWith("Found: 'mail' (read as email), 'who' (not known), 'firm' (read as account)");
    }

    @Test
    void whatAReportQuotesIsForgottenAndItsCountsStay() {
        UUID id = Objects.requireNonNull(
                ground.importText(engagement, HEADER + "sales,bad,,Bad,,,\nsales,a@n.com,,A,,,\n")
                        .importId());
        assertThat(ground.rejected(id)).hasSize(1);

        ground.contacts.forgetReports(ground.now.minusSeconds(1));
        assertThat(ground.rejected(id)).hasSize(1);
        ground.contacts.forgetReports(ground.now);

        assertThat(ground.rejected(id)).isEmpty();
        int rejected = TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT rejected FROM identity.contact_import WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
        assertThat(rejected).isEqualTo(1);
    }

    @Test
    void twoSpellingsOfACompanyAreOneAccount() {
        ground.importText(engagement, HEADER + """
                customer,a@x.com,,A,,Acme  GmbH,
                customer,b@x.com,,B,,ACME GmbH,
                """);

        assertThat(all(engagement)).extracting(ContactView::account).containsOnly("Acme  GmbH");
    }

    @Test
    void checkingWritesNothing() {
        ImportReport report = ground.check(engagement, HEADER + "customer,ann@acme.com,,Ann,,Acme,\n");

        assertThat(report.ready()).isEqualTo(1);
        assertThat(report.importId()).isNull();
        assertThat(all(engagement)).isEmpty();
        assertThat(rowsOf("identity.contact_import")).isEqualTo(1);
    }

    @Test
    void theSameFileSentTwiceIsTwoImportsAndTheSecondTakesNothingAway() {
        String text = HEADER + "customer,ann@acme.com,,Ann,,Acme,\n";

        ImportReport first = ground.importText(engagement, text);
        ImportReport second = ground.importText(engagement, text);

        assertThat(second).isEqualTo(new ImportReport(0, 0, 1, 0, null, List.of(), second.importId()));
        assertThat(second.importId()).isNotEqualTo(first.importId());
        ground.undo(Objects.requireNonNull(second.importId()));
        assertThat(all(engagement)).hasSize(1);
    }

    @Test
    void columnsThatAFileLacksAreLeftAsTheyWere() {
        ground.importText(engagement, HEADER + "customer,ann@acme.com,+49 30 1234567,Ann,de,Acme,north\n");

        ground.importText(engagement, "audience;email;segment.size\ncustomer;ann@acme.com;large\n");
        ground.importText(engagement, "audience;email;phone\ncustomer;ann@acme.com;\n");

        ContactView ann = all(engagement).get(0);
        assertThat(ann.name()).isEqualTo("Ann");
        assertThat(ann.language()).isEqualTo("de");
        assertThat(ann.account()).isEqualTo("Acme");
        assertThat(ann.segments()).containsExactlyInAnyOrderEntriesOf(Map.of("region", "north", "size", "large"));
        assertThat(ann.phone()).isNull();
        assertThat(ann.version()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer,ann@acme.com,,Ann,,,|account|three|",
                "customer,,,Ann,,Acme,|email|mail address or a phone|",
                "sales,,12,Ann,,,|phone|digits|12",
                "sales,,call me,Ann,,,|phone|digits|call me",
                "sales,ann@acme.com,,A¶B,,,|name|line break|A¶B"
            })
    void everyWrongCellIsNamed(String row, String column, String told, String value) {
        ImportReport report = ground.importText(engagement, HEADER + row.replace("A¶B", "\"A\nB\"") + "\n");

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.value()).isEqualTo(value == null ? null : value.replace('¶', '\n'));
            assertThat(problem.message()).contains(told.equals("three") ? "several companies" : told);
        });
        assertThat(all(engagement)).isEmpty();
    }

    @Test
    void hostileTextIsKeptAsTyped() {
        List<String> names = List.of(
                "${7*7}",
                "=HYPERLINK(\"http://x\")",
                "<script>alert(1)</script>",
                "'; DROP TABLE x; --",
                "مرحبا",
                "@SUM(A1)");
        StringBuilder rows = new StringBuilder("audience\temail\tname\n");
        for (int i = 0; i < names.size(); i++) {
            rows.append("sales\tp")
                    .append(i)
                    .append("@x.com\t\"")
                    .append(names.get(i).replace("\"", "\"\""))
                    .append("\"\n");
        }

        ground.importText(engagement, rows.toString());

        assertThat(all(engagement)).extracting(ContactView::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void unknownColumnsAreToldAndLeftOut() {
        ImportReport report = ground.importText(engagement, "audience,email,shoe size\nsales,ann@acme.com,42\n");

        assertThat(report.ready()).isEqualTo(1);
        assertThat(report.rejected()).isZero();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(1);
            assertThat(problem.column()).isEqualTo("shoe size");
        });
    }

    @ParameterizedTest
    @CsvSource({"'email,name\na@x.com,A\n',audience", "'audience,name\nsales,A\n',email"})
    void aFileWithoutTheNeededColumnsIsRefused(String text, String column) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> ground.importText(engagement, text));

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refused.errors()).extracting(InputError::column).containsExactly(column);
    }

    @Test
    void aStopOutlivesTheRenamingOfTheClient() {
        String ann = HEADER + "customer,ann@acme.com,,Ann,,Acme,\n";
        Engagement sister = ground.engagement("Follow-up", engagement.client());
        ground.importText(engagement, ann);
        ground.importText(sister, ann);
        ground.importText(decoy, ann);
        UUID stopped = all(engagement).get(0).id();
        ground.contacts.suppress(stopped);
        ground.rename(engagement, "Renamed Ltd");
        assertThat(ground.contacts.isSuppressed(stopped)).isTrue();
        assertThat(ground.contacts.listInvitable(engagement.id(), EnumSet.of(Audience.CUSTOMER)))
                .isEmpty();
        // the other engagement of that client, under its old name and its new
        UUID same = all(sister).get(0).id();
        assertThat(ground.contacts.isSuppressed(same)).isTrue();
        ground.rename(sister, "Renamed Ltd");
        assertThat(ground.contacts.isSuppressed(same)).isTrue();
        // a stop of one's own stays when the names part
        ground.contacts.suppress(same);
        ground.rename(sister, "Another Ltd");
        assertThat(ground.contacts.isSuppressed(same)).isTrue();
        assertThat(ground.contacts.listInvitable(sister.id(), EnumSet.of(Audience.CUSTOMER)))
                .isEmpty();
        assertThat(ground.contacts.isSuppressed(all(decoy).get(0).id())).isFalse();
    }

    @Test
    void whoAskedNotToBeMailedStaysOutForThatClientOnly() {
        ground.importText(
                engagement, HEADER + "customer,ann@acme.com,,Ann,,Acme,\ncustomer,bob@acme.com,,Bob,,Acme,\n");
        UUID ann = all(engagement).get(0).id();

        ground.contacts.suppress(ann);
        ground.contacts.suppress(ann);

        assertThat(ground.contacts.isSuppressed(ann)).isTrue();
        assertThat(ground.contacts.isSuppressed(all(engagement).get(1).id())).isFalse();
        assertThat(ground.contacts.listInvitable(engagement.id(), EnumSet.allOf(Audience.class)))
                .extracting(ContactService.Contact::name)
                .containsExactly("Bob");
        assertThat(ground.contacts.listInvitable(decoy.id(), EnumSet.of(Audience.SALES)))
                .hasSize(1);
        editing.remove(IntakeGround.CALLER, ann, null, false);
        ImportReport again = ground.importText(engagement, HEADER + "customer,Ann@Acme.com,,Ann,,Acme,\n");
        assertThat(List.of(again.ready(), again.rejected(), again.stopped())).containsExactly(0, 1, 1);
        // told as a number only, in the report and in what is kept of the file
        assertThat(again.problems()).isEmpty();
        assertThat(ground.rejected(Objects.requireNonNull(again.importId()))).isEmpty();
        assertThat(all(engagement)).extracting(ContactView::name).containsExactly("Bob");
    }

    @Test
    void onlyAudiencesAskedForAndOnlyThoseWithAnAddressAreInvited() {
        ground.importText(engagement, HEADER + """
                customer,ann@acme.com,,Ann,,Acme,north
                sales,sue@n.com,,Sue,,,
                sales,,+49 30 1234567,Phone,,,
                """);

        assertThat(ground.contacts.listInvitable(engagement.id(), EnumSet.of(Audience.SALES)))
                .extracting(ContactService.Contact::name)
                .containsExactly("Sue");
        ContactService.Contact ann = ground.contacts
                .listInvitable(engagement.id(), EnumSet.of(Audience.CUSTOMER))
                .get(0);
        assertThat(ann.account()).isEqualTo("Acme");
        assertThat(ann.segments()).isEqualTo(Map.of("region", "north"));
        assertThat(ann).hasToString("Contact " + ann.id());
        assertThat(ground.contacts.require(ann.id())).isEqualTo(ann);
    }

    @Test
    void anImportIsUndoneUntilItsPeopleAreInvited() {
        ground.importText(engagement, HEADER + "sales,old@n.com,,Old,,,\n");
        ImportReport report = ground.importText(
                engagement, HEADER + "customer,ann@acme.com,,Ann,,Acme,\nsales,old@n.com,,Changed,,,\n");
        UUID importId = Objects.requireNonNull(report.importId());

        ground.undo(importId);

        assertThat(all(engagement)).extracting(ContactView::name).containsExactly("Old");
        assertThat(all(decoy)).hasSize(1);
        assertThat(catchThrowableOfType(RefusedException.class, () -> ground.undo(importId))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void anImportWhosePeopleAreInvitedStays() {
        ImportReport report = ground.importText(engagement, HEADER + "customer,ann@acme.com,,Ann,,Acme,\n");
        UUID ann = all(engagement).get(0).id();
        TestDatabase.owner().useHandle(handle -> handle.execute("""
                INSERT INTO identity.invitation
                    (id, wave_id, contact_id, audience, language, account_code, segments, token_hash, state)
                VALUES (gen_random_uuid(), gen_random_uuid(), ?, 'customer', 'en', '', '', 'x', 'open')
                """, ann));

        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> ground.undo(Objects.requireNonNull(report.importId())));

        assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(all(engagement)).hasSize(1);
    }

    @Test
    void deletingAnEngagementsContentLeavesTheOthers() {
        ground.importText(engagement, HEADER + "customer,ann@acme.com,,Ann,,Acme,\n");

        ground.people.content().deleteContent(engagement);
        ground.people.content().deleteContent(engagement);

        assertThat(all(engagement)).isEmpty();
        assertThat(all(decoy)).hasSize(1);
        assertThat(rowsOf("identity.account")).isZero();
    }

    private List<ContactView> all(Engagement of) {
        return editing.list(of.id(), 200, null).items();
    }

    private static int rowsOf(String table) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
