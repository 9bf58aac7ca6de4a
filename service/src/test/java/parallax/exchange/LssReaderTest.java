package parallax.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Touchpoint;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class LssReaderTest {

    private static final String[] FIVE = {"Very poor", "Poor", "Fair", "Good", "Very good"};

    @Test
    void anArrayOfFivePointsBecomesTouchpoints() {
        Reading reading = read(survey().question("1", "1", "F", "CONTACT", "How were these?")
                .subquestion("2", "1", "SQ1", "Trade show")
                .subquestion("3", "1", "SQ2", "<b>Hot</b>line &amp; chat")
                .answers("1", "0", FIVE));

        assertThat(reading.touchpointsTaken()).isEqualTo(2);
        assertThat(reading.questionnaire().scalePoints()).isEqualTo(5);
        Touchpoint known = reading.questionnaire().touchpoints().get(0);
        assertThat(known.key()).isEqualTo("trade_show");
        assertThat(known.owner()).as("as the bank knows it").isEqualTo(Owner.MARKETING);
        Touchpoint other = reading.questionnaire().touchpoints().get(1);
        assertThat(other.label("en")).isEqualTo("Hotline & chat");
        assertThat(reading.notCarried())
                .anySatisfy(entry -> assertThat(entry.what()).startsWith("words of the scale: Very poor / Poor"));
    }

    @Test
    void aDualScaleArrayBecomesTouchpointsWithItsScalesTold() {
        Reading reading = read(survey().question("1", "1", "1", "Q1", "Rate these")
                .subquestion("2", "1", "SQ1", "Brochure")
                .answers("1", "0", FIVE)
                .answers("1", "1", "1", "2", "3", "4", "5")
                .attribute("1", "dualscale_headerA", "How important?", "en")
                .attribute("1", "dualscale_headerB", "How good?", "en"));

        assertThat(reading.touchpointsTaken()).isEqualTo(1);
        assertThat(reading.remarks())
                .contains(
                        "Q1: the first scale (“How important?”) is taken as importance, the second (“How good?”) as experience.");
    }

    @ParameterizedTest
    @CsvSource({"4", "6", "10"})
    void otherLengthsOfScalesAreListed(int points) {
        String[] words = java.util.stream.IntStream.rangeClosed(1, points)
                .mapToObj(point -> "point " + point)
                .toArray(String[]::new);

        Reading reading = read(survey().question("1", "1", "F", "Q1", "Rate")
                .subquestion("2", "1", "SQ1", "Brochure")
                .answers("1", "0", words)
                .question("9", "1", "S", "Q9", "Anything else?"));

        assertThat(reading.touchpointsTaken()).isZero();
        assertThat(reading.questionnaire().touchpoints())
                .as("those of the engagement stay")
                .isEqualTo(ExchangeFixture.aTaking().current().touchpoints());
        assertThat(reading.notCarried()).anySatisfy(entry -> {
            assertThat(entry.where()).isEqualTo("Q1");
            assertThat(entry.why()).contains("Its scale has %d points".formatted(points));
        });
    }

    @Test
    void aWayOutIsNoPointOfTheScale() {
        Reading reading = read(survey().question("1", "1", "F", "Q1", "Rate")
                .subquestion("2", "1", "SQ1", "Brochure")
                .answers("1", "0", "1", "2", "3", "4", "5", "Don't know"));

        assertThat(reading.touchpointsTaken()).isEqualTo(1);
    }

    @Test
    void statementsOneAgreesWithBecomeItemsOfTheirOwn() {
        Reading reading = read(survey().question("1", "1", "F", "Q1", "How far do you agree?")
                .subquestion("2", "1", "SQ1", "Sales keeps its word.")
                .answers("1", "0", "Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree")
                .question("3", "1", "S", "Q2", "Why?", "relevance", "Q1_SQ1.NAOK == \"A1\""));

        assertThat(kinds(reading)).containsExactly(ItemKind.AGREEMENT, ItemKind.SHORT_TEXT);
        assertThat(reading.questionnaire().items().get(1).showIf())
                .as("its first answer is the high end")
                .isEqualTo(new Condition.OneOf("q1_sq1", Set.of("5")));
    }

    @ParameterizedTest
    @CsvSource({
        "S,SHORT_TEXT",
        "T,LONG_TEXT",
        "U,LONG_TEXT",
        "N,NUMBER",
        "D,DATE",
        "Y,SINGLE",
        "G,SINGLE",
        "5,SINGLE",
    })
    void simpleKindsAreTaken(String type, ItemKind kind) {
        Reading reading = read(survey().question("1", "1", type, "Q1", "A question?"));

        assertThat(kinds(reading)).containsExactly(kind);
        assertThat(item(reading, 0).text(Audience.CUSTOMER, "en").orElseThrow().question())
                .isEqualTo("A question?");
    }

    @Test
    void listsAndTicksKeepTheirAnswersAndOther() {
        Reading reading = read(survey().question("1", "1", "L", "Q1", "One?", "other", "Y")
                .answers("1", "0", "Red", "Blue")
                .question("2", "1", "M", "Q2", "Several?")
                .subquestion("21", "2", "SQ1", "Mail")
                .subquestion("22", "2", "SQ2", "Phone"));

        assertThat(kinds(reading)).containsExactly(ItemKind.SINGLE, ItemKind.MULTIPLE);
        assertThat(item(reading, 0).offer().other()).isTrue();
        assertThat(item(reading, 0).offer().choices())
                .extracting(choice -> choice.labels().get("en"))
                .containsExactly("Red", "Blue");
        assertThat(item(reading, 1).offer().choices()).hasSize(2);
    }

    @Test
    void elevenNumbersAreZeroToTen() {
        Reading reading = read(survey().question("1", "1", "L", "NPS", "Recommend?")
                .answers("1", "0", "0 - never", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10 - always"));

        assertThat(kinds(reading)).containsExactly(ItemKind.ZERO_TO_TEN);
        assertThat(item(reading, 0).offer().low()).isEqualTo(Map.of("en", "never"));
        assertThat(item(reading, 0).offer().high()).isEqualTo(Map.of("en", "always"));
    }

    @Test
    void severalFieldsBecomeAQuestionEach() {
        Reading reading = read(survey().question("1", "1", "K", "Q1", "How many?")
                .subquestion("2", "1", "A", "visits")
                .subquestion("3", "1", "B", "calls"));

        assertThat(kinds(reading)).containsExactly(ItemKind.NUMBER, ItemKind.NUMBER);
        assertThat(item(reading, 1).text(Audience.CUSTOMER, "en").orElseThrow().question())
                .isEqualTo("How many?: calls");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ":", "|", "*", "X", "I", "?"})
    void whatHasNoLikeIsListedWithItsCode(String type) {
        Reading reading = read(survey().question("1", "1", type, "ODD", "?").question("2", "1", "S", "Q2", "Fine?"));

        assertThat(reading.questionnaire().items()).hasSize(1);
        assertThat(reading.notCarried()).anySatisfy(entry -> {
            assertThat(entry.where()).isEqualTo("ODD");
            assertThat(entry.what()).isEqualTo("question of type " + type);
        });
    }

    @Test
    void conditionsAreTakenWhereTheyCanBeSaidExactly() {
        LssText survey = survey().question("1", "1", "L", "Q1", "One?")
                .answers("1", "0", "Red", "Blue")
                .question("2", "1", "M", "Q2", "Several?")
                .subquestion("21", "2", "SQ1", "Mail")
                .subquestion("22", "2", "SQ2", "Phone")
                .question("3", "1", "N", "Q3", "How many?")
                .attribute("3", "max_num_value_n", "99", "")
                .question("4", "1", "S", "Q4", "?", "relevance", "((Q1.NAOK == \"A2\" and Q3.NAOK >= 10))")
                .question("5", "1", "S", "Q5", "?", "relevance", "(Q2_SQ1.NAOK == \"Y\") or !is_empty(Q1)")
                .question("6", "1", "S", "Q6", "?", "relevance", "Q1.NAOK != 'A1'")
                .question("7", "1", "S", "Q7", "?", "relevance", "((123X1X1.NAOK == \"A1\"))");

        Reading reading = read(survey);

        Condition blue = new Condition.OneOf("q1", Set.of("a2"));
        assertThat(item(reading, 3).showIf())
                .isEqualTo(new Condition.Every(List.of(blue, new Condition.Between("q3", 10, 99))));
        assertThat(item(reading, 4).showIf())
                .isEqualTo(new Condition.Any(List.of(
                        new Condition.OneOf("q2", Set.of("sq1")), new Condition.OneOf("q1", Set.of("a1", "a2")))));
        assertThat(item(reading, 5).showIf()).isEqualTo(new Condition.Not(new Condition.OneOf("q1", Set.of("a1"))));
        assertThat(item(reading, 6).showIf()).isEqualTo(new Condition.OneOf("q1", Set.of("a1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q9 == 1",
                "count(Q1) > 1",
                "Q1 == Q2",
                "Q1 == 'A9'",
                "regexMatch('/a/', Q1)",
                "Q1 =",
                "((Q1 == 'A1')",
                "Q2 == 'x'",
                "Q1 > 'A1'",
                "\"",
                "((((((((((((((((((((((((((((((((((((((((((((((((((((Q1 == 'A1'"
            })
    void otherConditionsAreListedAndTheQuestionIsAskedOfEverybody(String relevance) {
        Reading reading = read(survey().question("1", "1", "L", "Q1", "One?")
                .answers("1", "0", "Red", "Blue")
                .question("2", "1", "S", "Q2", "Text?")
                .question("3", "1", "S", "Q3", "?", "relevance", relevance));

        assertThat(item(reading, 2).showIf()).isNull();
        assertThat(reading.notCarried()).anySatisfy(entry -> {
            assertThat(entry.where()).isEqualTo("Q3");
            assertThat(entry.what()).startsWith("condition");
            assertThat(entry.why()).contains("asked of everybody");
        });
    }

    @Test
    void oldFilesWithARowForEachLanguageAndTheirConditionsAreRead() {
        LssText old = new LssText("en de nl")
                .row("groups", "gid", "1", "group_name", "About you", "language", "en", "group_order", "0")
                .row("groups", "gid", "1", "group_name", "Zu Ihnen", "language", "de", "group_order", "0");
        for (String language : List.of("en", "de", "nl")) {
            old.row(
                            "questions",
                            "qid",
                            "1",
                            "parent_qid",
                            "0",
                            "gid",
                            "1",
                            "type",
                            "L",
                            "title",
                            "Q1",
                            "question",
                            "Colour? " + language,
                            "language",
                            language,
                            "question_order",
                            "0",
                            "relevance",
                            "1")
                    .row(
                            "answers",
                            "qid",
                            "1",
                            "code",
                            "A1",
                            "answer",
                            "Red " + language,
                            "sortorder",
                            "0",
                            "language",
                            language,
                            "scale_id",
                            "0")
                    .row(
                            "answers",
                            "qid",
                            "1",
                            "code",
                            "A2",
                            "answer",
                            "Blue " + language,
                            "sortorder",
                            "1",
                            "language",
                            language,
                            "scale_id",
                            "0")
                    .row(
                            "questions",
                            "qid",
                            "2",
                            "parent_qid",
                            "0",
                            "gid",
                            "1",
                            "type",
                            "S",
                            "title",
                            "Q2",
                            "question",
                            "Why? " + language,
                            "language",
                            language,
                            "question_order",
                            "1",
                            "relevance",
                            "1");
        }
        old.row(
                "questions",
                "qid",
                "3",
                "parent_qid",
                "0",
                "gid",
                "1",
                "type",
                "F",
                "title",
                "Q3",
                "language",
                "en",
                "question",
                "Rate",
                "question_order",
                "2");
        old.row(
                "subquestions",
                "qid",
                "4",
                "parent_qid",
                "3",
                "gid",
                "1",
                "title",
                "S",
                "language",
                "en",
                "question",
                "Demo");
        old.row(
                "subquestions",
                "qid",
                "4",
                "parent_qid",
                "3",
                "gid",
                "1",
                "title",
                "S",
                "language",
                "de",
                "question",
                "Vorführung");
        old.answers("3", "0", FIVE);
        old.row(
                "conditions",
                "qid",
                "2",
                "cqid",
                "1",
                "cfieldname",
                "77X1X1",
                "method",
                "==",
                "value",
                "A2",
                "scenario",
                "1");

        Reading reading = read(old);

        assertThat(reading.questionnaire().languages()).containsExactly("en", "de");
        assertThat(item(reading, 0).text(Audience.CUSTOMER, "de").orElseThrow().question())
                .isEqualTo("Colour? de");
        assertThat(item(reading, 0).offer().choices()).hasSize(2);
        assertThat(item(reading, 0).offer().choices().get(1).labels()).containsEntry("de", "Blue de");
        assertThat(item(reading, 1).showIf()).isEqualTo(new Condition.OneOf("q1", Set.of("a2")));
        assertThat(reading.questionnaire().touchpoints().get(0).labels())
                .isEqualTo(Map.of("en", "Demo", "de", "Vorführung"));
        assertThat(reading.notCarried())
                .anySatisfy(entry -> assertThat(entry.what()).isEqualTo("nl"));
    }

    @Test
    void whatIsLostOfATextIsTold() {
        Reading reading = read(survey().question(
                        "1",
                        "1",
                        "S",
                        "Q1",
                        "See <img src=x onerror=alert(1)> {TOKEN:FIRSTNAME}, {client}? " + "x".repeat(400)));

        String question =
                item(reading, 0).text(Audience.CUSTOMER, "en").orElseThrow().question();
        assertThat(question).startsWith("See …, {client}? xxx").hasSize(300).doesNotContain("<");
        assertThat(reading.notCarried())
                .extracting(NotCarried::what)
                .anyMatch(what -> what.startsWith("picture, link"))
                .anyMatch(what -> what.startsWith("{TOKEN:FIRSTNAME}"))
                .anyMatch(what -> what.startsWith("end of question"));
    }

    @Test
    void settingsWithoutALikeAreListed() {
        Reading reading = read(survey().question("1", "1", "S", "Q1", "?", "mandatory", "Y")
                .attribute("1", "em_validation_q", "strlen(this) > 3", "")
                .question("2", "1", "S", "Q2", "?")
                .attribute("2", "hidden", "1", "")
                .row("quota", "id", "1")
                .row("surveys_languagesettings", "surveyls_language", "en", "surveyls_welcometext", "Welcome!"));

        assertThat(reading.questionnaire().items()).hasSize(1);
        assertThat(reading.notCarried())
                .extracting(NotCarried::what)
                .contains(
                        "mandatory",
                        "em_validation_q (strlen(this) > 3)",
                        "quota (1 rows)",
                        "welcome, end and privacy texts");
    }

    @Test
    void aFileWithNothingToTakeIsRefusedWithTheReasons() {
        RefusedException refused =
                refusal(survey().question("1", "1", "X", "Q1", "Hello").text());

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
        assertThat(refused.errors())
                .anySatisfy(error -> assertThat(error.value()).isEqualTo("Q1"));
    }

    @Test
    void aFileInUnknownLanguagesOnlyIsRefused() {
        assertThat(refusal(new LssText("nl").text())).hasMessageContaining("none of the languages");
    }

    @Test
    void externalEntitiesAreRefusedAndNothingIsFetched() throws IOException {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(100);
            String dtd =
                    "<!DOCTYPE document [<!ENTITY e SYSTEM \"http://127.0.0.1:%d/e\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                            .formatted(outside.getLocalPort());
            String file = survey().question("1", "1", "S", "Q1", "?").text().replace("?>\n", "?>\n" + dtd);

            assertThat(refusal(file).type()).isEqualTo(ProblemType.MALFORMED);
            assertThat(refusal(file.replace("<document>", "<document>&e;&f;")).type())
                    .isEqualTo(ProblemType.MALFORMED);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, outside::accept))
                    .isNotNull();
        }
    }

    @Test
    void anEntityBombIsRefused() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE document [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 20; i++) {
            dtd.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        String file = survey().text().replace("?>\n", "?>\n" + dtd + "]>").replace("<languages>", "<languages>&a19;");

        assertThat(refusal(file).type()).isEqualTo(ProblemType.MALFORMED);
    }

    @Test
    void depthTextsAndRowsHaveLimits() {
        assertThat(refusal("<document>".repeat(100_000))).hasMessageContaining("nested");
        assertThat(refusal(survey().row("plugin", "x", "y".repeat(200_000)).text()))
                .hasMessageContaining("100,000 characters");
        LssText many = survey();
        for (int i = 0; i <= LssFile.MOST_ROWS; i++) {
            many.row("x", "a", "b");
        }
        assertThat(refusal(many.text())).hasMessageContaining("50,000 rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<document>",
                "<html/>",
                "<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>",
                "{\"pages\": []}",
                "PK"
            })
    void otherFilesAreRefused(String file) {
        assertThat(refusal(file).type().status()).isBetween(400, 422);
    }

    @Test
    void aFileCutOffAnywhereIsRefused() {
        String file = survey().question("1", "1", "S", "Q1", "?").text();
        for (int length = 0; length < file.length() - 1; length += 13) {
            assertThat(refusal(file.substring(0, length)).type().status()).isBetween(400, 422);
        }
    }

    private static LssText survey() {
        return new LssText("en").group("1", "1", "First page");
    }

    private static Reading read(LssText survey) {
        return LssReader.read(survey.stream(), ExchangeFixture.aTaking());
    }

    private static RefusedException refusal(String file) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> LssReader.read(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), ExchangeFixture.aTaking()));
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }

    private static List<ItemKind> kinds(Reading reading) {
        return reading.questionnaire().items().stream().map(Item::kind).toList();
    }

    private static Item item(Reading reading, int position) {
        return reading.questionnaire().items().get(position);
    }
}
