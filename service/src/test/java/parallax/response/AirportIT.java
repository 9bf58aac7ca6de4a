package parallax.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.AudienceFrame;
import parallax.study.EngagementId;
import parallax.study.WaveId;
import parallax.table.Stopwatch;

/** A real survey: guests of San Francisco International Airport, 14 touchpoints, customers only, no importance. */
class AirportIT {

    private static final Path DATA = Path.of("../shared/data/real/airport");

    private ImportGround ground;

    @BeforeEach
    void prepare() {
        ground = new ImportGround();
    }

    @AfterEach
    void close() {
        ground.close();
    }

    // Counted with zcat, cut, sort -u and wc on the files themselves.
    @ParameterizedTest
    @CsvSource({"2014, 39452, 2818", "2015, 41412, 2958", "2016, 43218, 3087"})
    void aYearIsImportedWhole(int year, int rows, int respondents) throws Exception {
        EngagementId engagement = airport();
        WaveId wave = ground.wave(engagement, "Year " + year);
        Path file = DATA.resolve(year + ".csv.gz");

        Stopwatch<ResponseImport.Imported> whole = Stopwatch.of(() -> importFile(wave, file));

        System.out.printf("airport %d: %,d bytes packed, %,d rows: %s%n", year, Files.size(file), rows, whole);
        assertThat(whole.result()).isEqualTo(new ResponseImport.Imported(rows, respondents, 0));
        assertThat(ground.responses.store().count(wave)).isEqualTo(respondents);
        AudienceFrame frame = ground.study.waves().frames(wave).get(Audience.CUSTOMER);
        assertThat(frame == null ? null : frame.askedMeasures()).isEqualTo(Set.of(Measure.EXPERIENCE));
        assertThat(frame == null ? null : frame.askedItems()).hasSize(14);
    }

    @Test
    void everyValueOfAYearIsKept() throws Exception {
        EngagementId engagement = airport();
        WaveId wave = ground.wave(engagement, "2014");
        long[] inFile = new long[256];
        try (InputStream content = new GZIPInputStream(Files.newInputStream(DATA.resolve("2014.csv.gz")))) {
            new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String value = line.substring(line.lastIndexOf(',') + 1);
                        inFile[value.isEmpty() ? 0 : value.equals("NA") ? 255 : Integer.parseInt(value)]++;
                    });
        }

        importFile(wave, DATA.resolve("2014.csv.gz"));

        long[] stored = new long[256];
        for (Response response : ground.stored(wave)) {
            for (byte value : response.experience()) {
                stored[value & 0xFF]++;
            }
        }
        assertThat(stored).isEqualTo(inFile);
    }

    private ResponseImport.Imported importFile(WaveId wave, Path file) {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            return ground.importBytes(wave, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EngagementId airport() {
        List<String> keys = List.of(
                "airtrain",
                "art",
                "food",
                "infodown",
                "infoup",
                "ltparking",
                "park",
                "rental",
                "roads",
                "screens",
                "sign",
                "store",
                "walkways",
                "wifi");
        return ground.engagement("Airport", keys.toArray(String[]::new));
    }
}
