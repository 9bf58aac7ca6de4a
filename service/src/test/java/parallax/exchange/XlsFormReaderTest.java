package parallax.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.table.SheetReader;
import parallax.web.RefusedException;

class XlsFormReaderTest {

    private static final String HEADER =
            "type | name | label::English (en) | label::Deutsch (de) | hint::English (en) | relevant | appearance | constraint | parameters | required\n";
    private static final String CHOICES = """
            list_name | name | label::English (en) | label::Deutsch (de)
            yn | yes | Yes | Ja
            yn | no | No | Nein
            five | 1 | Very poor | Sehr schlecht
            five | 2 | Poor | Schlecht
            five | 3 | Fair | Mittel
            five | 4 | Good | Gut
            five | 5 | Very good | Sehr gut
            agree | a | Strongly disagree | Stimme gar nicht zu
            agree | b | Disagree | Stimme nicht zu
            agree | c | Neither | Weder noch
            agree | d | Agree | Stimme zu
            agree | e | Strongly agree | Stimme voll zu
            four | 1 | a | a
            four | 2 | b | b
            four | 3 | c | c
            four | 4 | d | d
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "select_one yn,SINGLE",
        "select one from yn,SINGLE",
        "select_multiple yn,MULTIPLE",
        "rank yn,MULTIPLE",
        "integer,NUMBER",
        "decimal,NUMBER",
        "text,SHORT_TEXT",
        "date,DATE",
        "datetime,DATE",
        "range,ZERO_TO_TEN",
        "select_one agree,AGREEMENT"
    })
    void kindsAreTaken(String type, ItemKind kind) {
        Reading reading = read(type + " | q1 | A question? | Eine Frage?");

        assertThat(reading.questionnaire().items()).extracting(Item::kind).containsExactly(kind);
        assertThat(item(reading, 0).text(Audience.CUSTOMER, "en").orElseThrow().question())
                .isEqualTo("A question?");
    }

    @Test
    void tablesOfRatingsBecomeTouchpointsInAllLanguages() {
        Reading reading = read("""
                begin_group | contact | Contacts | Kontakte | | | table-list
                select_one five | show | Trade show | Messe
                select_one five | line | Hotline | Hotline
                end_group
                select_one five | web | Website | Webseite | | | likert""");

        assertThat(reading.questionnaire().languages()).containsExactly("en", "de");
        assertThat(reading.touchpointsTaken()).isEqualTo(3);
        assertThat(reading.questionnaire().touchpoints())
                .extracting(touchpoint -> touchpoint.labels())
                .containsExactly(
                        Map.of("en", "Trade show", "de", "Messe"),
                        Map.of("en", "Hotline", "de", "Hotline"),
                        Map.of("en", "Website", "de", "Webseite"));
    }

    @Test
    void otherLengthsAreListedByName() {
        Reading reading = read("""
                select_one four | web | Website | | | | likert
                text | why | Why? |""");

        assertThat(reading.touchpointsTaken()).isZero();
        assertThat(reading.notCarried()).anySatisfy(entry -> {
            assertThat(entry.where()).isEqualTo("web");
            assertThat(entry.why()).contains("4 points");
        });
    }

    @Test
    void groupsBecomePagesAndTheirConditionsHold() {
        Reading reading = read("""
                select_one yn or_other | again | Again? |
                begin group | more | More about it | | | ${again} = 'no'
                integer | visits | How many visits? | | | | | . >= 1 and . <= 99
                text | why | Why so many? | | | ${visits} > 10 and not(selected(${again}, 'yes'))
                end group
                text | last | Anything else? |""");

        assertThat(reading.questionnaire().pages()).hasSize(3);
        assertThat(reading.questionnaire().pages().get(1).titles()).containsEntry("en", "More about it");
        assertThat(item(reading, 0).offer().other()).isTrue();
        Condition no = new Condition.OneOf("again", Set.of("no"));
        assertThat(item(reading, 1).showIf()).isEqualTo(no);
        assertThat(item(reading, 1).offer().maximum()).isEqualTo(99);
        assertThat(item(reading, 2).showIf())
                .isEqualTo(new Condition.Every(List.of(
                        no,
                        new Condition.Every(List.of(
                                new Condition.Between("visits", 11, 99),
                                new Condition.Not(new Condition.OneOf("again", Set.of("yes"))))))));
        assertThat(item(reading, 3).showIf()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"note", "geopoint", "image", "calculate", "acknowledge", "audio", "begin_repeat", "nonsense"})
    void whatHasNoLikeIsListedWithItsName(String type) {
        Reading reading = read("text | fine | Fine? |\n" + type + " | odd | Odd |");

        assertThat(reading.questionnaire().items()).hasSize(1);
        assertThat(reading.notCarried())
                .anySatisfy(entry -> assertThat(entry.where()).isEqualTo("odd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${other} = 'a'",
                "${fine} = 'x'",
                "count-selected(${fine}) > 1",
                "regex(${fine}, '.*')",
                "${fine"
            })
    void otherConditionsAreListed(String relevant) {
        Reading reading = read("text | fine | Fine? |\ntext | odd | Odd? | | | " + relevant);

        assertThat(item(reading, 1).showIf()).isNull();
        assertThat(reading.notCarried()).anySatisfy(entry -> {
            assertThat(entry.where()).isEqualTo("odd");
            assertThat(entry.what()).startsWith("condition");
        });
    }

    @Test
    void aWorkbookWithoutTheSheetOrItsColumnsIsRefused() {
        assertThat(refusal(XlsFormText.of("a | b\nc | d", ""))).hasMessageContaining("“survey” has no column “type”");
        assertThat(refusal(XlsFormText.of("type | name | label::Swahili (sw)\ntext | a | b", "")))
                .hasMessageContaining("none of the languages");
        assertThat(refusal(XlsFormText.of(HEADER, CHOICES))).isNotNull();
    }

    @Test
    void groupsThatDoNotCloseOrOpenAreTold() {
        Reading reading = read("end_group | x\nbegin_group | g | G |\ntext | a | A |");

        assertThat(reading.notCarried()).extracting(NotCarried::what).contains("end of a group", "end of the group");
        assertThat(refusal(XlsFormText.of(HEADER + "begin_group | g | G\n".repeat(50), CHOICES)))
                .hasMessageContaining("nested");
    }

    private Reading read(String survey) {
        return read(XlsFormText.of(HEADER + survey, CHOICES));
    }

    private Reading read(byte[] file) {
        try {
            Path path = Files.write(folder.resolve("form.xlsx"), file);
            try (SheetReader sheets = SheetReader.open(path)) {
                return XlsFormReader.read(sheets, ExchangeFixture.aTaking());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RefusedException refusal(byte[] file) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(file));
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }

    private static Item item(Reading reading, int position) {
        return reading.questionnaire().items().get(position);
    }
}
