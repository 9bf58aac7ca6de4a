package parallax.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.AnswerSource;
import parallax.study.AudienceFrame;
import parallax.study.EngagementId;
import parallax.study.SegmentVariable;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;
import parallax.table.Stopwatch;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class ResponseImportIT {

    private static final byte NA = Response.NOT_ENCOUNTERED;

    private ImportGround ground;
    private EngagementId engagement;
    private WaveId wave;

    @BeforeEach
    void prepare() {
        ground = new ImportGround();
        engagement = ground.engagement("Study", "demo", "price", "help");
        wave = ground.wave(engagement, "Baseline");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void rowsBecomeOneResponseARespondentAndCloseTheWave() {
        ResponseImport.Imported imported = ground.importText(wave, """
                customer,Acme,c1,north,demo,5,3
                customer,Acme,c1,north,price,,NA
                customer,Acme,c1,north,_nps,,10
                customer,Acme,c1,north,_ces,,1
                sales,,c1,,demo,n/a,4
                """);

        assertThat(imported).isEqualTo(new ResponseImport.Imported(5, 2, 0));
        Response customer = the(Audience.CUSTOMER);
        assertThat(customer.experience()).containsExactly(3, NA, 0);
        assertThat(customer.importance()).containsExactly(5, 0, 0);
        assertThat(customer.numbers()).containsExactly(11, 0, 2);
        assertThat(customer.segments()).containsExactly(1);
        assertThat(customer.account()).isEqualTo(ground.keys.accountCode(engagement.value(), "Acme"));
        Response seller = the(Audience.SALES);
        assertThat(seller.account()).isNull();
        assertThat(seller.segments()).containsExactly(0);
        assertThat(seller.importance()).containsExactly(NA, 0, 0);
        assertThat(seller.person()).isNotEqualTo(customer.person());
        Wave closed = ground.study.waves().require(wave);
        assertThat(closed.state()).isEqualTo(WaveState.CLOSED);
        assertThat(closed.source()).isEqualTo(AnswerSource.IMPORT);
        assertThat(ground.study.waves().segments(wave))
                .containsExactly(new SegmentVariable("segment", List.of("north")));
        assertThat(ground.audited).contains("answers.import");
    }

    @Test
    void whatWasAskedOfAnAudienceIsWhatItHasRowsAndValuesFor() {
        ground.databases
                .field()
                .useTransaction(handle -> ground.study
                        .waves()
                        .saveFrame(
                                handle,
                                wave,
                                Audience.SALES,
                                new AudienceFrame(14, java.util.Map.of("I", 9), null, null)));

        ground.importText(wave, """
                customer,A,c1,,demo,,3
                customer,A,c1,,help,,
                sales,,s1,,price,2,
                """);

        assertThat(ground.study.waves().frames(wave))
                .containsEntry(
                        Audience.CUSTOMER,
                        new AudienceFrame(null, java.util.Map.of(), List.of(0, 2), Set.of(Measure.EXPERIENCE)))
                .containsEntry(
                        Audience.SALES,
                        new AudienceFrame(14, java.util.Map.of("I", 9), List.of(1), Set.of(Measure.IMPORTANCE)));
    }

    @Test
    void theLastRowOfAKeyWins() {
        ground.importText(wave, """
                sales,A,s1,x,demo,5,3
                sales,A,s1,y,demo,4,4
                sales,A,s1,x,demo,,1
                """);

        assertThat(ground.stored(wave))
                .extracting(response ->
                        response.segments()[0] + ":" + response.experience()[0] + ":" + response.importance()[0])
                .containsExactlyInAnyOrder("1:1:0", "2:4:4");
        assertThat(ground.stored(wave))
                .extracting(Response::person)
                .containsOnly(ground.stored(wave).get(0).person());
    }

    @Test
    void aCustomerStaysInOneSegment() {
        RefusedException refused = refusal("""
                customer,A,c1,North,demo,5,3
                customer,A,c1,South,price,5,3
                sales,,s1,North,demo,5,3
                sales,,s1,South,demo,5,3
                """);

        assertThat(refused.errors())
                .containsExactly(InputError.cell(
                        3,
                        "segment",
                        "South",
                        "respondent 'c1' is in segment 'North' in row 2; a customer stays in one segment"));
        assertThat(ground.stored(wave)).isEmpty();
    }

    @Test
    void fewerPeopleThanAnsweredAreNoTeam() {
        ground.databases
                .field()
                .useTransaction(handle -> ground.study
                        .waves()
                        .saveFrame(handle, wave, Audience.SALES, new AudienceFrame(1, java.util.Map.of(), null, null)));

        RefusedException refused = refusal("sales,,s1,,demo,5,3\nsales,,s2,,demo,5,3\n");

        assertThat(refused).hasMessageContaining("contradicts the wave's frame");
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.value()).isEqualTo("sales");
            assertThat(error.message()).contains("answers of 2 people", "1 at most");
        });
        ground.importText(wave, "sales,,s1,,demo,5,3\nsales,,s1,,price,5,3\ncustomer,A,c1,,demo,5,3\n");
        assertThat(ground.responses.store().people(wave))
                .containsExactlyInAnyOrderEntriesOf(java.util.Map.of(Audience.SALES, 1, Audience.CUSTOMER, 1));
    }

    @Test
    void severalSegmentVariablesAndAnyOrderOfColumnsAreRead() {
        byte[] text = """
                Experience;segment.Size;respondent;touchpoint;segment.region;audience;account;importance
                4;large;c1;demo;;customer;Zürich AG;5
                3;small;c2;demo;north;customer;Zürich AG;5
                """.getBytes(java.nio.charset.Charset.forName("windows-1252"));

        ground.importBytes(wave, new java.io.ByteArrayInputStream(text));

        assertThat(ground.study.waves().segments(wave))
                .containsExactly(
                        new SegmentVariable("Size", List.of("large", "small")),
                        new SegmentVariable("region", List.of("north")));
        assertThat(ground.stored(wave))
                .extracting(Response::segments)
                .containsExactlyInAnyOrder(new byte[] {1, 0}, new byte[] {2, 1});
        assertThat(ground.stored(wave))
                .allSatisfy(response -> assertThat(response.account())
                        .isEqualTo(ground.keys.accountCode(engagement.value(), "Zürich AG")));
    }

    @Test
    void aSecondImportReplacesTheFirstAndLeavesOtherWaves() {
        WaveId decoy = ground.wave(engagement, "Decoy");
        ground.importText(decoy, "customer,A,d1,,demo,5,3\n");
        ground.importText(wave, "customer,A,c1,,demo,5,3\nsales,,s1,,demo,5,3\n");

        ResponseImport.Imported again = ground.importText(wave, "customer,A,c9,,demo,5,1\n");

        assertThat(again).isEqualTo(new ResponseImport.Imported(1, 1, 2));
        assertThat(the(Audience.CUSTOMER).experience()[0]).isEqualTo((byte) 1);
        assertThat(ground.stored(wave)).hasSize(1);
        assertThat(ground.stored(decoy)).hasSize(1);
        assertThat(ground.study.waves().require(wave).answersVersion()).isEqualTo(2);
        AudienceFrame sales = ground.study.waves().frames(wave).get(Audience.SALES);
        assertThat(sales == null ? null : sales.askedItems()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "1.5", "x", "-1", "１", "1e0", "=1+1", "<script>", "${7*7}", "99999999999"})
    void aValueOffTheScaleIsNamedWithRowColumnAndValue(String value) {
        RefusedException refused = refusal("customer,A,c1,,demo,5,3\ncustomer,A,c2,,demo,5," + value + "\n");

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refused.errors())
                .containsExactly(InputError.cell(
                        3,
                        "experience",
                        value,
                        "must be a whole number from 1 to 5, empty for not answered, or NA for did not encounter"));
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer,A,c1,,demo,5,3|touchpoint|demo",
                "clients,A,c1,,demo,5,3|audience|clients",
                "customer,A,,,demo,5,3|respondent|",
                "customer,A,c1,,_nps,,11|experience|11",
                "customer,A,c1,,_csat,,0|experience|0",
                "customer,A,c1,,_ces,,8|experience|8",
                "customer,A,c1,,_nps,5,8|importance|5",
                ",A,c1,,demo,5,3|audience|",
                "customer,A,c1,,,5,3|touchpoint|"
            })
    void everyWrongCellIsNamed(String row, String column, String value) {
        String wrong = row.contains(",demo,") && column.equals("touchpoint") ? row.replace(",demo,", ",dEmo,") : row;

        RefusedException refused = refusal(wrong + "\n");

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.value()).isEqualTo(wrong.contains("dEmo") ? "dEmo" : value);
        });
        assertNothingWritten();
    }

    @Test
    void aRespondentHasOneAccount() {
        RefusedException refused = refusal("customer,A,c1,,demo,5,3\ncustomer,B,c1,,price,5,3\nsales,B,c1,,demo,,3\n");

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(3);
            assertThat(error.column()).isEqualTo("account");
            assertThat(error.message()).contains("'A' in row 2");
        });
    }

    @Test
    void twoHundredProblemsAreListedAndAllAreCounted() {
        RefusedException refused = refusal("customer,A,c1,,demo,5,9\n".repeat(1234));

        assertThat(refused.errors()).hasSize(200);
        assertThat(refused).hasMessageContaining("1234 problems").hasMessageContaining("Nothing was written");
    }

    @Test
    void aFailedSecondImportLeavesTheFirst() {
        ground.importText(wave, "customer,A,c1,,demo,5,3\n");

        refusal("customer,A,c1,,demo,5,1\ncustomer,A,c2,,demo,5,9\n");

        assertThat(the(Audience.CUSTOMER).experience()[0]).isEqualTo((byte) 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience,account,respondent,touchpoint,experience\n",
                "a,b\n",
                "audience,account,respondent,touchpoint,importance,experience,wave\n",
                "audience,account,respondent,touchpoint,importance,experience,segment,segment.segment\n"
            })
    void columnsThatAreMissingOrUnknownAreNamed(String header) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> ground.importBytes(
                        wave, new java.io.ByteArrayInputStream((header + "1,2\n").getBytes(StandardCharsets.UTF_8))));

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refused.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.row()).isEqualTo(1));
    }

    @Test
    void aFileWithoutRowsIsRefused() {
        assertThat(refusal("").errors())
                .singleElement()
                .extracting(InputError::message)
                .asString()
                .contains("no row");
        assertNothingWritten();
    }

    @Test
    void moreSegmentValuesThanCanBeToldApartAreRefused() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 255; i++) {
            rows.append("customer,A,c").append(i).append(",s").append(i).append(",demo,5,3\n");
        }

        assertThat(refusal(rows.toString())).hasMessageContaining("1 problem");
        assertThat(refusal(rows.toString()).errors().get(0).message()).contains("255 values; 254 at most");
    }

    @Test
    void aLaunchedWaveTakesNoImport() {
        try (Handle handle = ground.databases.field().open()) {
            handle.useTransaction(inner -> ground.study.waves().open(inner, wave, new byte[] {1}, List.of()));
        }

        RefusedException refused = refusal("customer,A,c1,,demo,5,3\n");

        assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(refused).hasMessageContaining("Baseline");
    }

    @Test
    void orderAndIdsSayNothingOfTheFile() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append("customer,A")
                    .append(i)
                    .append(",c")
                    .append(i)
                    .append(",,demo,5,")
                    .append(1 + i % 5)
                    .append("\n");
        }

        ground.importText(wave, rows.toString());

        List<byte[]> inFile = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            inFile.add(ground.keys.personCode(engagement.value(), "customer/c" + i));
        }
        List<Integer> places = ground.stored(wave).stream()
                .map(response -> placeOf(inFile, response.person()))
                .toList();
        assertThat(places)
                .doesNotContain(-1)
                .isNotEqualTo(places.stream().sorted().toList());
        // Kendall's tau of a random order of 200 has standard deviation 0.047: five of them.
        assertThat(Math.abs(kendall(places))).isLessThan(0.24);
        assertThat(ground.stored(wave)).allSatisfy(response -> {
            assertThat(response.id().version()).isEqualTo(4);
            assertThat(response.id().variant()).isEqualTo(2);
        });
    }

    @Test
    void deletingAnEngagementsContentTakesItsAnswersOnly() {
        EngagementId other = ground.engagement("Other", "demo");
        WaveId decoy = ground.wave(other, "Decoy");
        ground.importText(decoy, "customer,A,d1,,demo,5,3\n");
        ground.importText(wave, "customer,A,c1,,demo,5,3\n");

        ground.responses.content().deleteContent(ground.study.engagements().require(engagement));

        assertThat(ground.stored(wave)).isEmpty();
        assertThat(ground.stored(decoy)).hasSize(1);
    }

    @Test
    void fiftyThousandRowsAreImportedInThreeSeconds() {
        EngagementId large = ground.engagement("Large");
        List<String> keys = ground.study.questionnaires().current(large).touchpoints().stream()
                .map(touchpoint -> touchpoint.key())
                .toList();
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            int person = i / keys.size();
            rows.append("customer,account ")
                    .append(person % 400)
                    .append(",c")
                    .append(person)
                    .append(",region ")
                    .append(person % 5)
                    .append(',')
                    .append(keys.get(i % keys.size()))
                    .append(',')
                    .append(1 + random.nextInt(5))
                    .append(',')
                    .append(1 + random.nextInt(5))
                    .append('\n');
        }
        ground.importText(ground.wave(large, "Warm"), rows.toString());
        WaveId measured = ground.wave(large, "Measured");

        Stopwatch<ResponseImport.Imported> fiftyThousand =
                Stopwatch.of(() -> ground.importText(measured, rows.toString()));

        System.out.printf("imported 50,000 answer rows (%,d bytes): %s%n", rows.length(), fiftyThousand);
        assertThat(fiftyThousand.result().rows()).isEqualTo(50_000);
        assertThat(fiftyThousand.processor()).isLessThan(2);
    }

    private static double kendall(List<Integer> places) {
        int score = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                score += Integer.compare(places.get(j), places.get(i));
            }
        }
        return score / (places.size() * (places.size() - 1) / 2.0);
    }

    private static int placeOf(List<byte[]> codes, byte @org.jspecify.annotations.Nullable [] code) {
        for (int i = 0; i < codes.size(); i++) {
            if (Arrays.equals(codes.get(i), code)) {
                return i;
            }
        }
        return -1;
    }

    private RefusedException refusal(String rows) {
        return catchThrowableOfType(RefusedException.class, () -> ground.importText(wave, rows));
    }

    private void assertNothingWritten() {
        assertThat(ground.stored(wave)).isEmpty();
        assertThat(ground.study.waves().require(wave).state()).isEqualTo(WaveState.DRAFT);
        assertThat(ground.study.waves().frames(wave)).isEmpty();
    }

    private Response the(Audience audience) {
        return ground.stored(wave).stream()
                .filter(response -> response.audience() == audience)
                .reduce((first, second) -> {
                    throw new AssertionError("more than one response of " + audience);
                })
                .orElseThrow();
    }
}
