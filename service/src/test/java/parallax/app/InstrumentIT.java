package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.exchange.XlsFormText;

/** Questionnaires from files, against the running service. */
class InstrumentIT {

    /** A survey of LimeSurvey: a table of ratings, a question, and a text that cannot be carried. */
    static final String SURVEY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>495</DBVersion>
            <languages><language>en</language></languages>
            <answers><rows>%s</rows></answers>
            <groups><rows><row><gid>1</gid><group_order>1</group_order></row></rows></groups>
            <group_l10ns><rows><row><gid>1</gid><group_name>Your contacts</group_name><language>en</language></row></rows></group_l10ns>
            <questions><rows>
            <row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>F</type><title>Q1</title><question_order>1</question_order></row>
            <row><qid>2</qid><parent_qid>0</parent_qid><gid>1</gid><type>T</type><title>Q2</title><question_order>2</question_order></row>
            <row><qid>3</qid><parent_qid>0</parent_qid><gid>1</gid><type>X</type><title>Q3</title><question_order>3</question_order></row>
            </rows></questions>
            <subquestions><rows><row><qid>4</qid><parent_qid>1</parent_qid><gid>1</gid><title>S1</title></row></rows></subquestions>
            <question_l10ns><rows>
            <row><qid>1</qid><question>Rate these</question><language>en</language></row>
            <row><qid>2</qid><question>What else?</question><language>en</language></row>
            <row><qid>3</qid><question>Thank you</question><language>en</language></row>
            <row><qid>4</qid><question>Plant tour</question><language>en</language></row>
            </rows></question_l10ns></document>""".formatted(answers());

    private final ApiClient api = ParallaxServer.shared().api();

    private static String answers() {
        StringBuilder answers = new StringBuilder();
        IntStream.rangeClosed(1, 5)
                .forEach(point -> answers.append(
                        "<row><qid>1</qid><code>A%1$d</code><answer>point %1$d</answer><sortorder>%1$d</sortorder><language>en</language><scale_id>0</scale_id></row>"
                                .formatted(point)));
        return answers.toString();
    }

    @Test
    void aSurveyIsLookedAtAndThenTaken() {
        String engagement = engagement();
        String before = api.get(engagement + "/questionnaire").require(200).toString();

        JsonNode looked = api.post(engagement + "/instrument?format=lss&dry_run=true", "application/xml", SURVEY)
                .require(200);
        assertThat(api.get(engagement + "/questionnaire").require(200).toString())
                .as("nothing is written")
                .isEqualTo(before);
        JsonNode taken = api.post(engagement + "/instrument?format=lss", "application/xml", SURVEY)
                .require(200);

        assertThat(looked.path("written").asBoolean()).isFalse();
        assertThat(taken.path("written").asBoolean()).isTrue();
        assertThat(taken.path("touchpoints").asInt()).isEqualTo(1);
        assertThat(taken.path("items").asInt()).isEqualTo(1);
        assertThat(taken.path("not_carried")).anySatisfy(entry -> {
            assertThat(entry.path("where").asText()).isEqualTo("Q3");
            assertThat(entry.path("what").asText()).isEqualTo("question of type X");
            assertThat(entry.path("why").asText()).isNotEmpty();
        });
        JsonNode model = api.get(engagement + "/questionnaire").require(200);
        assertThat(model.at("/touchpoints/0/labels/en").asText()).isEqualTo("Plant tour");
        assertThat(model.at("/pages/0/items/0/wordings/customer/en/question").asText())
                .isEqualTo("What else?");
    }

    @Test
    void whatIsGivenOutAsJsonCanBeTakenByAnotherEngagement() {
        String one = engagement();
        String other = engagement();
        api.post(one + "/instrument?format=lss", "application/xml", SURVEY).require(200);
        String file = api.get(one + "/instrument?format=json").require(200).toString();

        JsonNode taken = api.post(other + "/instrument?format=json", "application/json", file)
                .require(200);

        assertThat(taken.path("not_carried")).isEmpty();
        assertThat(api.get(other + "/instrument?format=json").require(200).toString())
                .isEqualTo(file);
    }

    @Test
    void theFormOfAnAudienceIsGivenToSurveyJs() {
        String engagement = engagement();

        JsonNode survey = api.get(engagement + "/instrument?format=surveyjs&audience=sales")
                .require(200);

        assertThat(survey.at("/pages/0/elements/0/type").asText()).isEqualTo("panel");
        api.get(engagement + "/instrument?format=surveyjs&audience=nobody").require(422);
        api.get(engagement + "/instrument?format=word").require(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "lss~ ~ 400",
                "lss~ no xml~ 400",
                "lss~ <document/>~ 415",
                "lss~ <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><document>&b;</document>~ 400",
                "xlsform~ no workbook~ 415",
                "xlsform~ %PDF-1.7~ 415",
                "json~ {~ 400",
                "json~ null~ 400",
                "json~ []~ 400",
                "json~ {\"nonsense\": 1}~ 400",
                "json~ {\"touchpoints\": []}~ 422",
                "word~ x~ 422",
            })
    void brokenFilesAreRefusedAndNothingIsWritten(String format, String file, int status) {
        String engagement = engagement();
        String before = api.get(engagement + "/questionnaire").require(200).toString();

        JsonNode problem = api.post(
                        engagement + "/instrument?format=" + format,
                        "application/octet-stream",
                        file == null ? "" : file)
                .require(status);

        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(api.get(engagement + "/questionnaire").require(200).toString())
                .isEqualTo(before);
    }

    @Test
    void aConditionThatCouldNotBeReadAgainIsRefusedWithItsQuestionAndTheEngagementStaysReadable() {
        String engagement = engagement();
        String many =
                IntStream.rangeClosed(0, 20).mapToObj(i -> "${fit} = " + i % 11).collect(Collectors.joining(" or "));
        byte[] file = XlsFormText.of(
                "type | name | label | relevant\ninteger | fit | How many? | \ntext | why | Why? | " + many, "name");

        JsonNode refused = api.post(engagement + "/instrument?format=xlsform", "application/octet-stream", file)
                .require(422);

        assertThat(refused.at("/errors/0/message").asText()).contains("Item “why”: Give 1 to 20 conditions.");
        api.get(engagement + "/questionnaire").require(200);
    }

    @Test
    void moreThanTenMegabytesAreRefused() {
        String large = new String(new byte[11 << 20], StandardCharsets.ISO_8859_1).replace('\0', ' ');

        api.post(engagement() + "/instrument?format=lss", "application/octet-stream", large)
                .require(413);
    }

    @Test
    void anEngagementThatDoesNotExistIsNotFound() {
        api.post(
                        "/api/engagements/00000000-0000-4000-8000-000000000000/instrument?format=lss",
                        "application/xml",
                        SURVEY)
                .require(404);
    }

    private String engagement() {
        return "/api/engagements/"
                + api.post("/api/engagements", "{\"name\": \"Files\", \"client\": \"Northwind\"}")
                        .require(201)
                        .path("id")
                        .asText();
    }
}
