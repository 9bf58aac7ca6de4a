package parallax.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A LimeSurvey file put together from its rows. */
final class LssText {

    private final Map<String, List<String>> tables = new LinkedHashMap<>();
    private final String languages;

    LssText(String languages) {
        this.languages = languages;
        row("surveys", "language", languages.split(" ")[0]);
    }

    /** @param fields name, value, name, value … */
    LssText row(String table, String... fields) {
        StringBuilder row = new StringBuilder("<row>");
        for (int i = 0; i < fields.length; i += 2) {
            row.append('<')
                    .append(fields[i])
                    .append("><![CDATA[")
                    .append(fields[i + 1])
                    .append("]]></")
                    .append(fields[i])
                    .append('>');
        }
        tables.computeIfAbsent(table, any -> new ArrayList<>())
                .add(row.append("</row>").toString());
        return this;
    }

    /** A group and its title, in the newer layout. */
    LssText group(String id, String relevance, String title) {
        return row("groups", "gid", id, "group_order", id, "grelevance", relevance)
                .row("group_l10ns", "gid", id, "group_name", title, "language", "en");
    }

    /** A question in English, in the newer layout. */
    LssText question(String id, String group, String type, String code, String text, String... more) {
        return part("questions", id, "0", group, type, code, text, more);
    }

    LssText subquestion(String id, String parent, String code, String text) {
        return part("subquestions", id, parent, "1", "T", code, text);
    }

    private LssText part(
            String table,
            String id,
            String parent,
            String group,
            String type,
            String code,
            String text,
            String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "qid", id, "parent_qid", parent, "gid", group, "type", type, "title", code, "question_order", id));
        fields.addAll(List.of(more));
        return row(table, fields.toArray(String[]::new))
                .row("question_l10ns", "qid", id, "question", text, "help", "", "language", "en");
    }

    /** Answers A1, A2 … in the newer layout. */
    LssText answers(String question, String scale, String... words) {
        for (int i = 0; i < words.length; i++) {
            String id = question + "-" + scale + "-" + i;
            row("answers", "aid", id, "qid", question, "code", "A" + (i + 1), "sortorder", "" + i, "scale_id", scale);
            row("answer_l10ns", "aid", id, "answer", words[i], "language", "en");
        }
        return this;
    }

    LssText attribute(String question, String name, String value, String language) {
        return row("question_attributes", "qid", question, "attribute", name, "value", value, "language", language);
    }

    String text() {
        StringBuilder text = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>495</DBVersion><languages>");
        for (String language : languages.split(" ")) {
            text.append("<language>").append(language).append("</language>");
        }
        text.append("</languages>");
        tables.forEach((table, rows) -> text.append('<')
                .append(table)
                .append("><fields/><rows>")
                .append(String.join("", rows))
                .append("</rows></")
                .append(table)
                .append('>'));
        return text.append("</document>").toString();
    }

    InputStream stream() {
        return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
    }
}
