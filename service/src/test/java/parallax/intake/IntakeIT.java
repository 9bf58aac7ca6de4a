package parallax.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.contact.ContactService.Contact;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.table.Reading;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class IntakeIT {

    private static final List<String> HEADER = List.of("Firma", "Mail des Kunden", "Gebiet", "Wer");

    private IntakeGround ground;
    private Engagement engagement;

    @BeforeEach
    void prepare() {
        ground = new IntakeGround();
        engagement = ground.engagement("Lighting", "Northwind");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void aWorkbookIsMappedCheckedCorrectedAndImportedAndTheMappingIsRememberedForTheClient() {
        UUID intake = ground.upload(engagement, german("ann@acme.com", "bob@acme", "eva@acme", "eva@acme"));
        assertThat(ground.shown(engagement, intake).row().checked()).isFalse();
        assertThat(ground.shown(engagement, intake).about().samples().get(1))
                .containsExactly("ann@acme.com", "bob@acme", "eva@acme");

        ColumnMapping mapping =
                new ColumnMapping(Map.of("account", 0, "email", 1, "name", 3), Map.of("region", 2), "customer");
        ground.intakes.map(IntakeGround.CALLER, engagement.id(), intake, mapping);
        assertThat(counts(intake)).isEqualTo(new Counts(1, 0, 0, 3, 0, 0));
        assertThat(ground.shown(engagement, intake).about().repeats())
                .containsExactly(new About.Repeat(1, "eva@acme", 2));
        assertThat(people()).isEmpty();

        ground.intakes.correct(
                IntakeGround.CALLER,
                engagement.id(),
                intake,
                List.of(
                        new Correction(3, 1, "bob@acme", "bob@acme.com", false),
                        new Correction(4, 1, "eva@acme", "eva@acme.com", true)));
        assertThat(counts(intake)).isEqualTo(new Counts(3, 0, 1, 0, 0, 0));

        ImportReport report = ground.intakes
                .confirm(IntakeGround.CALLER, engagement.id(), intake)
                .report();
        assertThat(Objects.requireNonNull(report).ready()).isEqualTo(3);
        assertThat(people()).extracting(Contact::email).containsExactly("ann@acme.com", "bob@acme.com", "eva@acme.com");
        assertThat(people().get(0).segments()).isEqualTo(Map.of("region", "Nord"));
        assertThat(rowsOf("identity.intake_part")).isZero();
        assertThat(rowsOf("identity.intake_block")).isZero();

        Engagement sister = ground.engagement("Follow-up", "Northwind");
        assertThat(counts(sister, ground.upload(sister, german("zoe@acme.com"))).ready())
                .isEqualTo(1);
        Engagement stranger = ground.engagement("Other", "Contoso");
        assertThat(ground.shown(stranger, ground.upload(stranger, german("zoe@acme.com")))
                        .row()
                        .checked())
                .isFalse();
    }

    @Test
    void onlyTheMeantCellChangesUnlessAllOfItsKindAreMeant() {
        UUID intake =
                ground.upload(engagement, "audience,email\nsale,a@n.com\nsale,b@n.com\nsales,c@n.com\nsale,d@n.com\n");
        assertThat(counts(intake).rejected()).isEqualTo(3);

        correct(intake, new Correction(2, 0, "sale", "sales", false));
        assertThat(counts(intake)).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
        // somebody was faster: the cell holds something else by now
        correct(intake, new Correction(2, 0, "sale", "marketing", true));
        assertThat(counts(intake)).isEqualTo(new Counts(4, 0, 0, 0, 0, 0));
        assertThat(ground.intakes.list(intake, Listed.READY, 0, 1).get(0).cells())
                .containsExactly("sales", "a@n.com");
    }

    @Test
    void rejectedRowsComeBackAsAWorkbookWithTheirColumnsAndWhatIsWrong() {
        String file = "audience,email,name,phone,account\n"
                + "customer,ann@acme.com,\"=HYPERLINK(\"\"http://x\"\"), x\",+49 30 1234567,\nsales,bob@n.com,Bob,,\n";
        ImportReport first = ground.importText(engagement, file);
        UUID id = Objects.requireNonNull(first.importId());
        ByteArrayOutputStream download = new ByteArrayOutputStream();
        ground.imports.writeRejected(ground.imports.require(id), download);

        UUID again = ground.upload(engagement, download.toByteArray());
        assertThat(ground.shown(engagement, again).about().header())
                .containsExactly("audience", "email", "name", "phone", "account", "Problem");
        FileRow row = ground.intakes.list(again, Listed.REJECTED, 0, 50).get(0);
        assertThat(row.cells())
                .startsWith("customer", "ann@acme.com", "=HYPERLINK(\"http://x\"), x", "+49 30 1234567", "")
                .last()
                .asString()
                .contains("account: a customer needs an account", "type the company's name");

        correct(again, new Correction(2, 4, "", "Acme", false));
        ground.intakes.confirm(IntakeGround.CALLER, engagement.id(), again);
        assertThat(people()).extracting(Contact::name).containsExactly("=HYPERLINK(\"http://x\"), x", "Bob");
    }

    @Test
    void theSameFileSentTwiceIsOneIntakeAndConfirmedTwiceOneImport() {
        String file = "audience,email\nsales,a@n.com\n";
        UUID intake = ground.upload(engagement, file);

        assertThat(ground.upload(engagement, file)).isEqualTo(intake);
        Engagement other = ground.engagement("Other", "Contoso");
        assertThat(ground.upload(other, file)).isNotEqualTo(intake);

        ground.intakes.confirm(IntakeGround.CALLER, engagement.id(), intake);
        assertThat(ground.intakes.findImport(engagement.id(), intake)).isPresent();
        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> ground.intakes.confirm(IntakeGround.CALLER, engagement.id(), intake))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(ground.imports.list(engagement.id())).hasSize(1);
    }

    @Test
    void aFileIsNotFoundThroughAnotherEngagementAndTheTryIsRemembered() {
        UUID intake = ground.upload(engagement, "audience,email\nsales,a@n.com\n");
        Engagement other = ground.engagement("Other", "Contoso");

        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> ground.intakes.confirm(IntakeGround.CALLER, other.id(), intake))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(ground.audited).endsWith("contacts.import.refused");
        assertThat(rowsOf("identity.contact")).isZero();
    }

    @Test
    void nothingOfAnUploadedFileCanBeReadInTheDatabaseAndADayLaterItIsGone() {
        UUID intake =
                ground.upload(engagement, "audience,email,name\nsales,zanzibar@n.com,Zanzibar\nsales,bad,Zanzibar\n");

        assertThat(dumpOf("intake", "intake_part", "intake_block"))
                .doesNotContainIgnoringCase("zanzibar")
                .doesNotContainIgnoringCase(hex("zanzibar"));
        ground.now = ground.now.plus(Duration.ofHours(23));
        ground.feature.tick();
        assertThat(ground.shown(engagement, intake).about().rows()).isEqualTo(2);
        ground.now = ground.now.plus(Duration.ofHours(1));
        ground.feature.tick();
        assertThatThrownBy(() -> ground.shown(engagement, intake)).isInstanceOf(RefusedException.class);
        assertThat(rowsOf("identity.intake_part")).isZero();
    }

    @Test
    void rejectedRowsThatAreKeptAreSealedToo() {
        ground.importText(engagement, "audience,email,name\nsales,bad,Zanzibar\n");

        assertThat(rowsOf("identity.import_rejected")).isEqualTo(1);
        assertThat(dumpOf("import_rejected", "contact_import"))
                .doesNotContainIgnoringCase("zanzibar")
                .doesNotContainIgnoringCase(hex("zanzibar"));
    }

    @Test
    void encodingSeparatorAndSheetAreShownAndCanBeChanged() {
        byte[] polish = "audience;email;name\nsales;a@n.com;Łukasz\n".getBytes(Charset.forName("windows-1250"));
        UUID intake = ground.upload(engagement, polish);
        About found = ground.shown(engagement, intake).about();
        assertThat(found.encoding()).isEqualTo("windows-1252");
        assertThat(found.separator()).isEqualTo("semicolon");
        assertThat(found.samples().get(2)).containsExactly("£ukasz");

        ground.intakes.readAgain(
                IntakeGround.CALLER,
                engagement.id(),
                intake,
                new FileReading.Choice(new Reading("windows-1250", "semicolon"), null));
        assertThat(ground.shown(engagement, intake).about().samples().get(2)).containsExactly("Łukasz");
        assertThatThrownBy(() -> ground.intakes.readAgain(
                        IntakeGround.CALLER,
                        engagement.id(),
                        intake,
                        new FileReading.Choice(new Reading("UTF-8", null), null)))
                .isInstanceOf(RefusedException.class);
        assertThat(ground.shown(engagement, intake).about().samples().get(2)).containsExactly("Łukasz");
        assertThatThrownBy(() -> new Reading("EBCDIC", null)).hasMessageContaining("must be one of");
    }

    @Test
    void anImportCutOffInTheMiddleLeavesNothing() {
        StringBuilder rows = new StringBuilder("audience,email\n");
        for (int i = 0; i < 1_200; i++) {
            rows.append("sales,p").append(i).append("@n.com\n");
        }
        UUID intake = ground.upload(engagement, rows.toString());
        IntakeWork work = new IntakeWork(tools());

        // the server ends the connection, as when the node was killed
        assertThatThrownBy(() -> ground.databases.field().useTransaction(handle -> {
                    IntakeStore store = work.store(handle, intake);
                    work.confirm(
                            handle, store, ground.shown(engagement, intake).about(), done -> endConnection(handle));
                }))
                .isNotNull();

        assertThat(rowsOf("identity.contact")).isZero();
        assertThat(rowsOf("identity.contact_import")).isZero();
        assertThat(counts(intake).ready()).isEqualTo(1_200);
        ground.intakes.confirm(IntakeGround.CALLER, engagement.id(), intake);
        assertThat(rowsOf("identity.contact")).isEqualTo(1_200);
    }

    @Test
    void undoingGivesBackWhatTheImportChangedUnlessSomebodyChangedItSince() {
        String header = "audience,email,name,account\n";
        ground.importText(engagement, header + "customer,ann@a.com,Ann,Acme\ncustomer,bob@a.com,Bob,Acme\n");
        UUID second = Objects.requireNonNull(ground.importText(
                        engagement,
                        header
                                + "customer,ann@a.com,Anna,Beta\ncustomer,bob@a.com,Bobby,Acme\ncustomer,new@a.com,New,Acme\n")
                .importId());
        ground.importText(engagement, header + "customer,bob@a.com,Robert,Acme\n");

        ground.undo(second);

        assertThat(people()).extracting(Contact::name).containsExactly("Ann", "Robert");
        assertThat(people().get(0).account()).isEqualTo("Acme");
        assertThat(rowsOf("identity.account")).isEqualTo(1);
    }

    @Test
    void anAddressOfAFunctionIsTakenAndTold() {
        UUID intake = ground.upload(engagement, "audience,email\nsales,Info@n.com\nsales,ann@n.com\n");

        assertThat(counts(intake)).isEqualTo(new Counts(2, 0, 0, 0, 0, 1));
        assertThat(ground.intakes.list(intake, Listed.WARNED, 0, 50))
                .extracting(FileRow::number)
                .containsExactly(2);
    }

    @Test
    void rowsOfAListArePagedOverBlocks() {
        StringBuilder rows = new StringBuilder("audience,email\n");
        for (int i = 0; i < 1_300; i++) {
            rows.append(i % 10 == 0 ? "nobody" : "sales").append(",p").append(i).append("@n.com\n");
        }
        UUID intake = ground.upload(engagement, rows.toString());

        assertThat(counts(intake).rejected()).isEqualTo(130);
        assertThat(ground.intakes.list(intake, Listed.REJECTED, 50, 50))
                .extracting(FileRow::number)
                .startsWith(502)
                .endsWith(992)
                .hasSize(50);
        assertThat(ground.intakes.list(intake, Listed.REJECTED, 100, 50)).hasSize(30);
    }

    @Test
    void aPersonWithoutMailWhoAskedNotToBeCalledStaysOut() {
        ground.importText(engagement, "audience,phone,name,account\ncustomer,+49 30 1234567,Ann,Acme\n");
        UUID ann = people().get(0).id();
        ground.contacts.suppress(ann);

        ImportReport again = ground.importText(
                engagement,
                "audience,phone,email,account\ncustomer,0049 30/1234568,,Acme\ncustomer,+49 (30) 1234567,new@a.com,Acme\n");

        assertThat(people()).extracting(Contact::phone).containsExactly("0049 30/1234568");
        assertThat(again.stopped()).isEqualTo(1);
        assertThat(again.problems()).isEmpty();
    }

    private IntakeTools tools() {
        return new IntakeTools(
                ground.databases.field(),
                ground.keys,
                ground.study.engagements(),
                ground.people.batches(),
                ground.jobs,
                ground.incoming,
                ground.audit,
                () -> ground.now,
                UUID::randomUUID);
    }

    @Test
    void moreRowsThanAreTakenAreRefusedAndNothingIsKept() {
        byte[] file = ("email\n" + "a@b.example\n".repeat(FileReading.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ground.upload(engagement, file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("more than 200,000 rows");
        assertThat(rowsOf("identity.intake")).isZero();
        assertThat(rowsOf("identity.intake_part")).isZero();
    }

    private static void endConnection(Handle handle) {
        int backend = handle.createQuery("SELECT pg_backend_pid()")
                .mapTo(Integer.class)
                .one();
        TestDatabase.owner().useHandle(owner -> owner.execute("SELECT pg_terminate_backend(?)", backend));
    }

    private void correct(UUID intake, Correction correction) {
        ground.intakes.correct(IntakeGround.CALLER, engagement.id(), intake, List.of(correction));
    }

    private Counts counts(UUID intake) {
        return counts(engagement, intake);
    }

    private Counts counts(Engagement of, UUID intake) {
        return ground.shown(of, intake).counts();
    }

    private List<Contact> people() {
        return ground.contacts.listInvitable(engagement.id(), EnumSet.allOf(Audience.class)).stream()
                .sorted(Comparator.comparing(contact -> String.valueOf(contact.name())))
                .toList();
    }

    private static byte[] german(String... addresses) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (String address : addresses) {
            rows.add(List.of("Acme", address, "Nord", address.substring(0, 3)));
        }
        return IntakeGround.workbook(rows);
    }

    private static String dumpOf(String... tables) {
        StringBuilder dump = new StringBuilder();
        for (String table : tables) {
            TestDatabase.owner()
                    .useHandle(handle -> handle.createQuery("SELECT t::text FROM identity." + table + " t")
                            .mapTo(String.class)
                            .forEach(dump::append));
        }
        assertThat(dump).isNotEmpty();
        return dump.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int rowsOf(String table) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
